from tensorflow.contrib.training import HParams

hparams = HParams(
    hop_length=256,
    sampling_rate=22050,
)
