from hparams import hparams

hparams.bacth_size = 4
print(hparams.learning_rate, hparams.hop_length)
