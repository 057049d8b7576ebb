"""`hpfix params --tested` for the searches of every tuner: one case of tests/cases for each."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Mapping
from pathlib import Path

import dialects
import pytest

from hpfix.config import Configuration
from hpfix.parameters import tuned
from hpfix.project import discover
from hpfix.session import check

Verdict = bool | None
CASES = Path(__file__).parent / "cases"
TESTED: Mapping[str, Mapping[str, Verdict | tuple[Verdict, ...]]] = {
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
        "depth": True,
        "pooling": True,
        "ratio": True,
        "epochs": (True, None),
        "seed": (True, None),
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
    "HP001-renamed-key-in-yaml": {
        "prenet_dropout": False,
        "postnet_dropout": False,
        "attention_dropout": False,
        "learning_rate": True,
    },
    "HP101-tuned-values-of-another-type": {
        "batch_size": False,
        "learning_rate": True,
        "layers": False,
        "use_amp": False,
        "widths": False,
    },
    "HP001-labels-of-a-study": {"rate": True, "n_layers": True},
    "HP001-labels-suggested-elsewhere": {"learning_rate": True, "layers": None, "momentum": True},
    "HP201-values-that-tuners-hand-to-functions": {
        "width": True,
        "shuffle": False,
        "patience": False,
        "eta": None,
        "momentum": True,
        "depth": True,
        "batch": True,
        "rate": True,
        "units": True,
        "warm": False,
        "weight decay": True,
        "heads": True,
        "bins": False,
        "noise": False,
        "activation": True,
        "size": False,
    },
    "HP001-best-parameters-with-a-slip-in-a-label": {
        "n_estimatros": False,
        "max_depth": (True, None),
        "n_estimators": (True, None),
    },
    "HP001-best-parameters-that-the-study-tries": {
        "n_estimators": True,
        "max_depth": (True, False),
        "criterion": (True, False),
    },
    "HP001-guild-flag-that-no-option-takes": {
        "--learning_rate": False,
        "layers": False,
        "amp": True,
    },
    "HP001-dvc-experiments-over-a-misspelt-parameter": {"epochs": False},
    "HP001-dvc-experiments-over-what-there-is": {"learning_rate": True},
    "HP203-sweep-in-python-that-is-a-grid": {
        "rate": False,
        "decay": True,
        "layers": True,
        "lr": False,
        "bs": None,
    },
    "HP001-katib-experiment-that-names-nothing": {"layrs": False},
}


TUNING = frozenset({"Range", "Tried", "Search", "tried", "range_of", "tried_in"})
"""What a reader imports that knows what a tuner tries."""


def tuning_readers() -> set[str]:
    folder = dialects.ROOT / "hpfix" / "readers"
    return {
        name
        for name in set(dialects.reader_modules()) - dialects.SHARED - {"facts"}
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and TUNING & {each.name for each in node.names}
    }


def test_every_dialect_of_a_tuner_is_tested() -> None:
    readers = tuning_readers()
    tuning = [each for each in dialects.REFERENCES if readers & {*each.readers}]
    assert readers == readers & {name for each in tuning for name in each.readers}
    assert [each.syntax for each in tuning if not each.tested] == []


def test_the_page_names_the_cases_that_are_tested() -> None:
    named = {case for each in dialects.REFERENCES for case in each.tested}
    assert named == TESTED.keys()


@pytest.mark.parametrize("case", TESTED)
def test_whether_what_is_tuned_is_accepted(case: str, tmp_path: Path) -> None:
    project = tmp_path / case
    shutil.copytree(CASES / case / "before", project)
    found = tuned(check(discover(project), Configuration()).index)
    verdicts: dict[str, set[bool | None]] = {}
    for each in found:
        verdicts.setdefault(each.reference.key, set()).add(each.accepted)
    assert verdicts == {
        key: set(each) if isinstance(each, tuple) else {each} for key, each in TESTED[case].items()
    }
