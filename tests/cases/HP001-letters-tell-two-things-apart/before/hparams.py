from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    strict_load_g=True,
    learning_rate_g=1e-4,
)
