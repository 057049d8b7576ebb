from hparams import hparams

hparams._learning_rate = None
hparams.__doc__ = "what a run is made of"
hparams.batch_size = 8
print(hparams.batch_size, hparams.learning_rate)
