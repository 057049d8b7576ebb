from tensorflow.contrib.training import HParams

from model import Model

hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    hidden_size=256,
)
Model(hparams).rate()
