from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    dropout_rate=0.1,
)
