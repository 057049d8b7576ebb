from tools import HParams


def base():
    return HParams(batch_size=32, width=256)


def wide():
    hparams = base()
    hparams.add_hparam("dropout", 0.3)
    hparams.add_hparam("depth", 4)
    return hparams


def deep():
    hparams = base()
    hparams.add_hparam("dropout", 0.3)
    hparams.add_hparam("depth", 12)
    return hparams


def build():
    hparams = wide()
    return hparams.width, hparams.batch_size, hparams.dropout, hparams.depth
