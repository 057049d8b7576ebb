from tensorflow.contrib.training import HParams

hparams = HParams(
    n_mel_channels=80,
    mel_fmin=0.0,
)
