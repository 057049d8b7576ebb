from tensorflow.contrib.training import HParams

hparams = HParams(
    prenet_dim=256,
    dropout_rate=0.3,
)
