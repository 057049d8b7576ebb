from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    epochs=500,
    seed=1234,
)
