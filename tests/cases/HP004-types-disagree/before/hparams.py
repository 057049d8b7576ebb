from tensorflow.contrib.training import HParams

hparams = HParams(
    validate_interval=200,
    batch_size=48,
)
