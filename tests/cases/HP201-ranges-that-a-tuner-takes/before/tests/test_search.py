import optuna
import pytest


def test_the_bounds_are_checked():
    trial = optuna.create_study().ask()
    with pytest.raises(ValueError):
        trial.suggest_int("layers", 8, 2)
