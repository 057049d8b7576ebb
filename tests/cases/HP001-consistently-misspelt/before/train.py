from hparams import hparams

print(hparams.learing_rate, hparams["bacth_size"], getattr(hparams, "atention_dropout"))
