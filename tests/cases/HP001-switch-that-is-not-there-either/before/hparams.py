from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    shuffle_buffer=1024,
    hidden_size=256,
)
