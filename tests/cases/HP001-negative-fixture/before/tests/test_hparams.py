import pytest

from hparams import hparams


def test_an_unknown_name_is_an_error():
    with pytest.raises(AttributeError):
        hparams.lerning_rate
    with pytest.raises(ValueError, match="Unknown hyperparameter"):
        hparams.parse("bacth_size=8")
