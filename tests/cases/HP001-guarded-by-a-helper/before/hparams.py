from tensorflow.contrib.training import HParams

hparams = HParams(
    sample_rate=16000,
    num_freq=1025,
)
