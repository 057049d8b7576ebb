"""What a fuzz run has found worth keeping, tried again: see benchmarks/fuzz.py."""

from __future__ import annotations

import zipfile
from pathlib import Path

import fuzzing
import pytest

ARCHIVE = Path(__file__).with_name("fuzzed.zip")
EVERY = 12
"""Of so many inputs one is tried here; `benchmarks/fuzz.py` begins with all of them."""


def test_what_was_found_is_read_and_renamed_in() -> None:
    renamed = 0
    with zipfile.ZipFile(ARCHIVE) as kept:
        for name in sorted(kept.namelist())[::EVERY]:
            renamed += fuzzing.attempt(kept.read(name))
    assert renamed > 20


def test_a_rename_that_touches_another_byte_would_be_seen() -> None:
    from hpfix.model import Place

    place = Place("a.yaml", 1, 1, 1, 3)
    fuzzing.require_exact("lr: 1\n", f"{fuzzing.NEW}: 1\n", place, "lr")
    for wrong in (f"{fuzzing.NEW}: 1", f"{fuzzing.NEW}: 2\n", f" {fuzzing.NEW}: 1\n", "lr: 1\n"):
        with pytest.raises(AssertionError):
            fuzzing.require_exact("lr: 1\n", wrong, place, "lr")
