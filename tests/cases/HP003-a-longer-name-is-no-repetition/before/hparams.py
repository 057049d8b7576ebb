from tensorflow.contrib.training import HParams

hparams = HParams(
    dropout=0.1,
    dropout_=0.1,
    Dropout=0.1,
    options=dict(dropout=0.1, rate=dict(dropout=0.1)),
)
