from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        batch_size=32,
        learning_rate=1e-3,
        n_layers=4,
        dropout=0.1,
    )
