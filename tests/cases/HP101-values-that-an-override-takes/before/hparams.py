from tensorflow.contrib.training import HParams


def create_hparams(overrides=""):
    # python train.py --hparams "layers=4,rate=1"
    hparams = HParams(
        layers=2,
        rate=1e-3,
        use_amp=False,
        widths=[64, 64],
        optimizer="adam",
        warmup=None,
    )
    hparams.parse(overrides)
    return hparams
