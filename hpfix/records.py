"""Which files are a record of what was, to be left as they are, and which are tests."""

from __future__ import annotations

RECORDS = frozenset(
    "results outputs output logs runs checkpoints history archive archives archived backup backups "
    "deprecated attic snapshots".split()
)
TESTS = frozenset({"test", "tests", "testing"})
DATE_DIGITS = 8


def is_record(path: str) -> bool:
    """Whether the path is that of an archive, or of data that an earlier run left behind.

    Old names in them are history (DESIGN 4): a folder called so, or `..._results`, or data in a
    file with a date in its name.
    """
    *folders, name = path.split("/")
    for folder in folders:
        words = folder.lower().replace("-", "_").split("_")
        if words[-1] in RECORDS or words[0] in ("archive", "archived", "backup"):
            return True
    return not name.endswith(".py") and any(_is_date(part) for part in _parts(name))


def _parts(name: str) -> list[str]:
    return name.rpartition(".")[0].replace("-", "_").replace(".", "_").split("_")


def _is_date(part: str) -> bool:
    return len(part) == DATE_DIGITS and part.isdigit() and part.startswith(("19", "20"))


def is_test(path: str) -> bool:
    """Whether the file holds tests, whose objects are made for what they try out alone."""
    *folders, name = path.split("/")
    is_named = name.startswith(("test_", "conftest.")) or name.endswith("_test.py")
    return is_named or not TESTS.isdisjoint(folders)
