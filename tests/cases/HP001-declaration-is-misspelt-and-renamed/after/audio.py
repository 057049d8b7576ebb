from hparams import hparams


def frames(samples):
    return 1 + (samples - hparams.filter_length) // hparams.hop_length


def seconds(samples):
    assert samples >= hparams.filter_length
    return samples / hparams.sampling_rate
