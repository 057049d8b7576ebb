from tools import HParams

hparams = HParams(
    n_layers=2,
    rnn_units=64,
    kernel_width=3,
    pooling="small",
)
