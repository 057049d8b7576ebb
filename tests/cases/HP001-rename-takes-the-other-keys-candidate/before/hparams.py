from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    warmup_steps=2000,  # renamed from warmup_iters
)
