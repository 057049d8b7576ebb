"""docs/dialects.md lists every reader; each dialect has a case that finds, one that does not."""

from __future__ import annotations

from pathlib import Path

import dialects
import pytest
from dialects import DECLARATIONS, REFERENCES, SHARED, Dialect

CASES = dialects.ROOT / "tests" / "cases"
EVERY = (*DECLARATIONS, *REFERENCES)
each_dialect = pytest.mark.parametrize("dialect", EVERY, ids=lambda each: each.syntax)


def test_every_reader_is_listed() -> None:
    listed = {name for each in EVERY for name in each.readers} | SHARED
    assert listed == set(dialects.reader_modules())


def test_the_page_is_as_it_is_generated() -> None:
    assert dialects.PAGE.read_text(encoding="utf-8") == dialects.page()


def findings(case: str) -> list[str]:
    """The headlines of what a case shows as an error or a warning."""
    lines = (CASES / case / "output.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("HP") and " note " not in line]


@each_dialect
def test_a_dialect_has_a_case_that_finds(dialect: Dialect) -> None:
    assert findings(dialect.finds)


@each_dialect
def test_a_dialect_has_a_case_that_leaves_alone(dialect: Dialect) -> None:
    assert not findings(dialect.leaves)
    assert not (CASES / dialect.leaves / "after").exists()


@each_dialect
def test_the_cases_of_a_dialect_are_projects(dialect: Dialect) -> None:
    for case in (dialect.finds, dialect.leaves):
        assert any(path.is_file() for path in Path(CASES / case / "before").rglob("*"))
