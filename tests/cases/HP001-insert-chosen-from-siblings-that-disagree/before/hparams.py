from tools import HParams

hparams = HParams(
    n_layers=6,
    rnn_units=256,
    kernel_width=5,
)
