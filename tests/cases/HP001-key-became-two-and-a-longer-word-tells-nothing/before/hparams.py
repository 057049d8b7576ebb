from tools import HParams

# dropout was split into conv_dropout and rnn_dropout
hparams = HParams(
    batch_size=32,
    conv_dropout=0.1,
    rnn_dropout=0.3,
)
