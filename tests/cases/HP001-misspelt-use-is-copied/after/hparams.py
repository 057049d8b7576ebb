from tools import HParams

hparams = HParams(
    learning_rate=1e-3,
    batch_size=32,
    epochs=500,
)
