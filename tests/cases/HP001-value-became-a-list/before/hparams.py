from tensorflow.contrib.training import HParams

hparams = HParams(
    kernel_sizes=[3, 5, 7],
    channels=64,
)
