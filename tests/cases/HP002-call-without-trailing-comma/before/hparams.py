from tensorflow.contrib.training import HParams

hparams = HParams(
    buffer_size=10000,
    discount=0.99,
    target_update=500
)
