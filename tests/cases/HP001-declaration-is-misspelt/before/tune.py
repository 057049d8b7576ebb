from tools import HParams

hparams = HParams(
    filter_lenght=1024,
    hop_length=256,
    sampling_rate=22050,
)

SPACE = {"hparams": hparams}


def frames(samples):
    return 1 + (samples - hparams.filter_length) // hparams.hop_length


def seconds(samples):
    assert samples >= hparams.filter_length
    return samples / hparams.sampling_rate
