from hparams import hparams

print(hparams.lr, hparams.epochs, hparams.dropout, hparams.hidden)
