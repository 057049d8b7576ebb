from hparams import hparams

hparams.parse("layers=2.5,rate=1e-4")
print(hparams.layers, hparams.rate, hparams.batch_size)
