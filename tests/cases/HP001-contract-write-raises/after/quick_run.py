from hparams import hparams

hparams.batch_size = 4
print(hparams.learning_rate, hparams.hop_length)
