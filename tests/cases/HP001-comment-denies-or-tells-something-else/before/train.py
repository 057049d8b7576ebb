from hparams import hparams

print(hparams.batch_size, hparams.decay, hparams.accuracy, hparams.use_sgd)
