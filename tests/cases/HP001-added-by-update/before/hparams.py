from utils import HParams

hparams = HParams(
    hidden_size=512,
    num_layers=2,
)
