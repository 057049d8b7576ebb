from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    warmup_steps=4000,
    gate_threshold=0.5,
)
