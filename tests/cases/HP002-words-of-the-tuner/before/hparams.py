from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=64,
    learning_rate=1e-3,
    dropout=0.1,
)
