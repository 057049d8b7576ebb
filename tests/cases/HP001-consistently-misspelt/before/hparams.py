from tensorflow.contrib.training import HParams

hparams = HParams(
    atention_dropout=0.1,
    learing_rate=1e-3,
    bacth_size=32,
)
