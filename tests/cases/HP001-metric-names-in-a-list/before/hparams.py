from tensorflow.contrib.training import HParams

hparams = HParams(
    gate_threshold=0.5,
    attention_dim=128,
)
