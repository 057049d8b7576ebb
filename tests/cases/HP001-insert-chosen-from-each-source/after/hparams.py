from tools import HParams

hparams = HParams(
    n_layers=6,  # of the decoder
    # n_stacks=[4, 2],
    rnn_units=256,
    kernel_width=5,
    kernel_decay=0.99,
    n_stacks=[4, 2]
)
