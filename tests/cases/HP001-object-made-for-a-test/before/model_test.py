from tensorflow.contrib.training import HParams

from model import Model


def test_width():
    hparams = HParams(hidden_size=8)
    assert Model(hparams).width() == 8
    hparams = HParams(hidden_size=4, depth=2)
    assert hparams.depth == 2
