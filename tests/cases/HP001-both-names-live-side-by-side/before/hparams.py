from tools import HParams

hparams = HParams(
    batch_size=32,
    hidden_dim=3,  # renamed from hidden_units
)
