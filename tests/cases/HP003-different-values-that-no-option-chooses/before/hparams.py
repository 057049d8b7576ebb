from tensorflow.contrib.training import HParams

hparams = HParams(
    gate_threshold=0.5,
    batch_size=48,
    gate_threshold=0.6,
)
