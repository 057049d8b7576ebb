from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    epochs=500,
    weight_decay=1e-6,
    seed=1234,
    grad_clip=1.0,
)
