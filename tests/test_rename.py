"""`hpfix rename`: each case is a folder of tests/renames, held to as in test_cases.py.

before/      what it starts from
command.txt  the names, and options
after/       what `hpfix rename ... --yes` leaves; absent: it was refused
output.txt   what `hpfix rename ... --dry-run` says
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

import pytest
from case_runs import Files, call, files_in
from hypothesis import given
from hypothesis import strategies as st
from test_cases import with_bom, with_crlf, with_patch, without_final_newline
from test_properties import CONFIGURATION, FEW, Sketch, sketches

from hpfix.project import Project
from hpfix.renaming import Names, rename

RENAMES = Path(__file__).parent / "renames"
ALL = sorted(path.name for path in RENAMES.iterdir() if (path / "before").is_dir())
DONE = [name for name in ALL if (RENAMES / name / "after").is_dir()]
every_case = pytest.mark.parametrize("name", ALL)
every_rename = pytest.mark.parametrize("name", DONE)


@pytest.fixture(autouse=True, scope="module")
def _plain_terminal() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CI", "PRE_COMMIT", "FORCE_COLOR", "HPFIX_CONFIG"):
            patch.delenv(name, raising=False)
        patch.setenv("NO_COLOR", "1")
        yield


def words(name: str) -> list[str]:
    return (RENAMES / name / "command.txt").read_text().split()


def before(name: str) -> Files:
    return files_in(RENAMES / name / "before")


def after(name: str) -> Files:
    return files_in(RENAMES / name / "after") or before(name)


@every_case
def test_output_is_as_written(name: str, request: pytest.FixtureRequest) -> None:
    said = call(before(name), "rename", *words(name), "--dry-run").said
    path = RENAMES / name / "output.txt"
    if request.config.getoption("--update-cases"):
        path.write_bytes(said)
    assert said.decode() == path.read_text()


@every_case
def test_result_is_as_written(name: str, request: pytest.FixtureRequest) -> None:
    done = call(before(name), "rename", *words(name), "--yes")
    if request.config.getoption("--update-cases"):
        shutil.rmtree(RENAMES / name / "after", ignore_errors=True)
        for path, content in done.files.items() if done.files != before(name) else ():
            (RENAMES / name / "after" / path).parent.mkdir(parents=True, exist_ok=True)
            (RENAMES / name / "after" / path).write_bytes(content)
    assert done.files == after(name)
    assert done.status == (0 if name in DONE else 2)


@every_rename
def test_git_applies_what_is_shown(name: str) -> None:
    patch = call(before(name), "rename", *words(name), "--dry-run").stdout
    assert with_patch(before(name), patch) == after(name)


@every_rename
def test_there_and_back_is_the_identity(name: str) -> None:
    old, new, *options = words(name)
    assert call(after(name), "rename", new, old, *options, "--yes").files == before(name)


@every_rename
@pytest.mark.parametrize("variant", [with_crlf, with_bom, without_final_newline])
def test_other_bytes_stay(name: str, variant: Callable[[str, bytes], bytes]) -> None:
    def varied(files: Files) -> Files:
        return {path: variant(path, content) for path, content in files.items()}

    done = call(varied(before(name)), "rename", *words(name), "--yes")
    assert done.files == varied(after(name))


@FEW
@given(sketches(), st.data())
def test_any_key_there_and_back(sketch: Sketch, data: st.DataObject) -> None:
    project = sketch.project()
    key = data.draw(st.sampled_from(sketch.declared))
    there = renamed(project, key, "entirely_new")
    lines = {line for path in there.texts for line in there.texts[path].split("\n")}
    assert not any(f"{key}=" in line.split() for line in lines)
    assert renamed(there, "entirely_new", key).texts == project.texts


def renamed(project: Project, old: str, new: str) -> Project:
    return rename(project, CONFIGURATION, Names(old, new), lambda _: True).after


def test_the_order_of_files_does_not_matter() -> None:
    sketch = Sketch(("epochs", "momentum"), (("epochs", "attribute"), ("epochs", "name list")))
    project = sketch.project()
    texts = MappingProxyType(dict(sorted(project.texts.items(), reverse=True)))
    expected = renamed(project, "epochs", "rounds").texts
    assert renamed(project._replace(texts=texts), "epochs", "rounds").texts == expected
