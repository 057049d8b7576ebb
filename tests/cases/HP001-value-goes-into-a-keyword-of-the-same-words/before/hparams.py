from tools import HParams

hparams = HParams(
    lr=1e-3,
    epochs=10,
    dim=64,
    hidden=128,
)
