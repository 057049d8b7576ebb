from tools import HParams

hparams = HParams(
    filter_lenght=1024,  # samples
    hop_length=256,
    sampling_rate=22050,
)
