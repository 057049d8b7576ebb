from tools import HParams

hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,  # renamed from lr
)
