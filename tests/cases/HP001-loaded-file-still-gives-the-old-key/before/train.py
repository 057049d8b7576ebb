from hparams import hparams

print(hparams.batch_size, hparams.lr)
