from tensorflow.contrib.training import HParams


def create_hparams(overrides):
    hparams = HParams(layers=3, width=64, drop=0.1)
    if overrides:
        hparams.parse(overrides)
    return hparams
