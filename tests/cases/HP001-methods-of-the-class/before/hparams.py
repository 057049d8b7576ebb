from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    value=1.0,
    key_dim=64,
)
