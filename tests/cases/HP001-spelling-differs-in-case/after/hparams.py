from tensorflow.contrib.training import HParams

hparams = HParams(
    sampling_rate=22050,
    hop_length=256,
    n_mel_channels=80,
)
