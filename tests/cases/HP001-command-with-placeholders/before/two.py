"""Which of the two is meant by --hparams=cards=1 nobody knows."""
from tools import HParams


def small():
    return HParams(gpus=1, width=64)  # --hparams='width=32'


def large():
    return HParams(gpus=8, width=512)
