from tools import HParams

hparams = HParams(
    layers=24,
    stacks=4,
    channels=512,
    kernel=3,
)
