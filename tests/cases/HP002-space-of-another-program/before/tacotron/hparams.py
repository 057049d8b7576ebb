from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    prenet_dim=256,
    reduction_factor=2,
)
