from tools import HParams


def create_hparams():
    return HParams(
        batch_size=32,
        learning_rate=1e-3,
        dropout=0.1,
        epochs=50,
    )
