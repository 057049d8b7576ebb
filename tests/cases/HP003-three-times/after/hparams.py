from tensorflow.contrib.training import HParams

hparams = HParams(
    seed=1234,
    epochs=100,
    batch_size=8,
)
