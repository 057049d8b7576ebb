from tensorflow.contrib.training import HParams


def create_hparams(overrides=None):
    hparams = HParams(
        batch_size=32,
        learning_rate=1e-3,
        hidden_size=256,
        weight_decay=1e-6,
    )
    if overrides:
        hparams.parse(overrides)
    return hparams
