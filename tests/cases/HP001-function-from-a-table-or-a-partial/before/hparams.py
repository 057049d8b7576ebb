from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    warmup_steps=4000,
    optimizer="adam",
)
