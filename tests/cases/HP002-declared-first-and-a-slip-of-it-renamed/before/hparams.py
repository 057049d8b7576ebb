from tools import HParams

hparams = HParams(
    batch_size=32,
    epochs=500,
    focal_gamma=2.0,
)
