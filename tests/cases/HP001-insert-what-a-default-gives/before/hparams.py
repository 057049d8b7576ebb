from tools import HParams

hparams = HParams(
    layers=24,
    channels=512,
)
