from tensorflow.contrib.training import HParams

hparams = HParams(
    warmup_steps=2000,
    batch_size=32,
)
