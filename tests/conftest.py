"""The option that rewrites the cases, and a place outside the tree for what hypothesis keeps."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis.configuration import set_hypothesis_home_dir

# what a check of the tests said, or a run wrote, is nothing to keep for the user
os.environ["HPFIX_CACHE_DIR"] = tempfile.mkdtemp(prefix="hpfix-cache-")
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="hpfix-state-")
# else every process that a test starts compiles hpfix anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "hpfix-hypothesis")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="rewrite after/ and output.txt of the cases; read every one before it is kept",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One process runs all tests of a case: they share what it said."""
    for item in items:
        case = getattr(item, "callspec", None) and item.callspec.params.get("case")  # type: ignore[attr-defined]
        if hasattr(case, "folder"):
            item.add_marker(pytest.mark.xdist_group(case.name))
