from tools import HParams


def create_hparams():
    return HParams(
        batch_size=32,
        learning_rate=1e-3,
        layers=4,
        use_amp=False,
        widths=[64, 64],
    )
