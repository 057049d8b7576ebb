from tensorflow.contrib.training import HParams

hparams = HParams(
    num_mels=80,
    preemphasis=0.97,
    min_level_db=-100,
)
