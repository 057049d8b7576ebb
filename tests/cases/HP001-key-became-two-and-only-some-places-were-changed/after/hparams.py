from tools import HParams

hparams = HParams(
    width=256,
    key_heads=4,  # formerly heads
    value_heads=2,  # formerly heads
)
