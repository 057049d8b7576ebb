from tensorflow.contrib.training import HParams

hparams = HParams(
    warmup_steps=2000,  # was warmup
    batch_size=32,
)
