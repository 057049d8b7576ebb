from tensorflow.contrib.training import HParams

hparams = HParams(
    filter_length=1024,
    hop_length=256,
    win_length=1024,
    sampling_rate=22050,
)
