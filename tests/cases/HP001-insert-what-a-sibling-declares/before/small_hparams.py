from tools import HParams

hparams = HParams(
    layers=6,
    stacks=2,
    channels=64,
    kernel=3,
    upsample_scales=[11, 25],
)
