from tools import HParams

hparams = HParams(
    lr=1e-3,
    decay_rate=1e-6,
    momentum=0.9,
    epochs=10,
)
