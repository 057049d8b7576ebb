from hparams import hparams

values = hparams.values()
print(values["bacth_size"], vars(hparams)["lerning_rate"], hparams.__dict__["wieght_decay"])
