from tools import HParams

hparams = HParams(
    batch_size=32,
    hidden_dim=256,
)
