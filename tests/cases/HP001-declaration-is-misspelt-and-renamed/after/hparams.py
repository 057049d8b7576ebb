from tools import HParams

hparams = HParams(
    filter_length=1024,  # samples
    hop_length=256,
    sampling_rate=22050,
)
