from tensorflow.contrib.training import HParams

hparams = HParams(
    encoder_dropout_rate=0.1,
    batch_size=32,
)
