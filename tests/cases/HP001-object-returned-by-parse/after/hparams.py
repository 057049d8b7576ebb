from tensorflow.contrib.training import HParams


def create_hparams(overrides=""):
    hparams = HParams(
        batch_size=32,
        weight_decay=1e-6,
    )
    return hparams.parse(overrides)
