"""`hpfix params --tested` for the searches of every tuner: one case of tests/cases for each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hpfix.config import Configuration
from hpfix.parameters import tuned
from hpfix.project import discover
from hpfix.session import check

CASES = Path(__file__).parent / "cases"
TESTED = {
    "HP001-sweep-parameter-that-no-option-takes": {
        "--learning_rate": False,
        "batch_sze": False,
        "dropout": True,
    },
    "HP006-sweep-over-a-name-that-nothing-reads": {
        "epochs": True,
        "hidden_size": True,
        "dropout": True,
        "lerning_rate": False,
        "momentum": False,
    },
    "HP006-sweep-in-python-poured-into-a-namespace": {
        "lr": False,
        "batch_size": True,
        "hidden_size": True,
    },
    "HP006-sweep-whose-values-go-elsewhere": {
        "beam_width": None,
        "warmup_share": None,
        "cut_off": True,
    },
    "HP006-ray-space-with-a-name-that-is-gone": {
        "rate_init": False,
        "clip_ratio": None,
        "entropy_weight": None,
    },
    "HP006-nni-space-over-a-name-that-nothing-reads": {
        "batch_size": True,
        "hidden_size": True,
        "lr": False,
    },
    "HP006-determined-hyperparameter-that-nothing-asks-for": {
        "learning_rate": True,
        "dropout": True,
        "n_filter": False,
    },
    "HP006-clearml-range-over-a-name-that-nothing-reads": {
        "rate": None,
        "momentum": None,
        "flip": None,
        "overlap": False,
    },
    "HP101-katib-values-that-a-program-refuses": {
        "learning_rate": False,
        "layers": False,
        "optimizer": False,
        "epochs": True,
    },
    "HP001-hydra-sweeper-tries-a-misspelt-key": {
        "hiden_size": False,
        "learning_rate": True,
        "batch_size": True,
    },
}


@pytest.mark.parametrize("case", TESTED)
def test_whether_what_is_tuned_is_accepted(case: str, tmp_path: Path) -> None:
    project = tmp_path / case
    shutil.copytree(CASES / case / "before", project)
    found = tuned(check(discover(project), Configuration()).index)
    verdicts = {each.reference.key: each.accepted for each in found}
    assert {key: verdicts[key] for key in TESTED[case]} == TESTED[case]
