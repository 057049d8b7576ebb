"""Checking before writing: a codemod that does anything else than its edit names is caught.

Faulty codemods are put into the registry that carries edits out. Each does what the real one does,
and then one thing more.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pprint import pformat
from types import MappingProxyType, ModuleType
from typing import NamedTuple

import pytest
import yaml
from case_runs import call
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codemods.splices import Splice, splice
from hpfix.findings import Confidence, Edit, Fix
from hpfix.model import Place
from hpfix.project import Project
from hpfix.rewrite import CODEMODS, Refused, rewrite
from hpfix.session import carry_out
from hpfix.verify import CHECKS, RENAMES

BOM = "\ufeff"
REFUSAL = "the rewrite of {} would change more than it names; nothing of it is kept"
CODE = """\
# note
name = 'adam'  # quoted
scale = 0.5
hp = HParams(
    lr=0.1,  # step
    bs=3,
    lr=0.1,
)
other = {"lr": 7, "momentum": 0.9}
print(hp.lr, other["lr"])
train("lr=0.1,bs=3")
"""
DATA = """\
# note
name: 'adam'  # quoted
scale: 0.5
model:
  lr: 0.1  # step
  bs: 3
  args: "lr=1,bs=2"
other: {lr: 7, momentum: 0.9}
"""
OBJECT = """\
{
  // note
  "name": "adam",  // quoted
  "scale": 0.5,
  "model": {
    "lr": 0.1,  // step
    "bs": 3,
    "args": "lr=1,bs=2"
  },
  "other": {"lr": 7, "momentum": 0.9}
}
"""
TABLES = """\
# note
name = 'adam'  # quoted
scale = 0.5
[model]
lr = 0.1  # step
bs = 3
args = "lr=1,bs=2"
[other]
lr = 7
"""
SCRIPT = """\
# note
python train.py --name 'adam' --scale 0.5 \\
    --lr 0.1  # step
python other.py --lr 7
"""
NOTEBOOK = (
    json.dumps(
        {
            "cells": [
                {"cell_type": "code", "source": CODE.splitlines(True), "outputs": [{"lr": 0.5}]},
                {"cell_type": "code", "source": "!python train.py --lr 0.1\nlr = 0.5"},
                {"cell_type": "markdown", "source": ["# note\n", "lr"]},
            ],
            "metadata": {"name": "adam", "scale": 0.5},
        },
        indent=1,
    )
    + "\n"
)
RENAME = {"old": "lr", "new": "rate"}
SET = {"key": "lr", "value": "0.25"}
INSERT = {"after": "lr", "key": "decay", "value": "0.25"}
REMOVE = {"key": "lr"}


class Example(NamedTuple):
    """An edit of a text, at what stands there."""

    path: str
    text: str
    needle: str
    arguments: dict[str, str]


EXAMPLES = {
    "rename_key": Example("train.py", CODE, "lr, other", RENAME),
    "set_value": Example("train.py", CODE, "lr=0.1,  #", SET),
    "add_declaration": Example("train.py", CODE.replace("    lr=0.1,\n", ""), "HParams", INSERT),
    "remove_duplicate": Example("train.py", CODE, "lr=0.1,  #", REMOVE),
    "add_comment": Example("train.py", CODE, "scale", {"code": "HP001", "kind": "py"}),
    "remove_reference": Example("train.py", CODE, '"lr": 7', REMOVE),
    "nest_key": Example("train.py", CODE, "lr, other", {"key": "lr", "step": "optimizer"}),
    "unnest_key": Example("train.py", CODE.replace("hp.lr", "hp.a.lr"), "a.lr", {"step": "a"}),
    "yaml_rename_key": Example("conf.yaml", DATA, "lr: 0.1", RENAME),
    "yaml_rename_in_scalar": Example("conf.yaml", DATA, "lr=1", RENAME),
    "yaml_set_scalar": Example("conf.yaml", DATA, "lr: 0.1", SET),
    "yaml_insert_key": Example("conf.yaml", DATA, "lr: 0.1", INSERT),
    "yaml_remove_key": Example("conf.yaml", DATA, "lr: 0.1", REMOVE),
    "yaml_respell": Example("conf.yaml", DATA, "0.1", {"old": "0.1", "new": "1.0e-1"}),
    "json_rename_key": Example("conf.json", OBJECT, '"lr": 0.1', RENAME),
    "json_rename_in_text": Example("conf.json", OBJECT, "lr=1", RENAME),
    "json_set_scalar": Example("conf.json", OBJECT, '"lr": 0.1', SET),
    "json_insert_key": Example("conf.json", OBJECT, '"lr": 0.1', INSERT),
    "json_remove_key": Example("conf.json", OBJECT, '"lr": 0.1', REMOVE),
    "toml_rename_key": Example("conf.toml", TABLES, "lr = 0.1", RENAME),
    "toml_rename_in_text": Example("conf.toml", TABLES, "lr=1", RENAME),
    "toml_set_scalar": Example("conf.toml", TABLES, "lr = 0.1", SET),
    "toml_insert_key": Example("conf.toml", TABLES, "lr = 0.1", INSERT),
    "toml_remove_key": Example("conf.toml", TABLES, "lr = 0.1", REMOVE),
    "notebook_rename_key": Example("try.ipynb", NOTEBOOK, "lr, other", RENAME),
    "notebook_rename_word": Example("try.ipynb", NOTEBOOK, "lr 0.1", RENAME),
    "notebook_set_value": Example("try.ipynb", NOTEBOOK, "lr=0.1,  #", SET),
    "notebook_add_declaration": Example(
        "try.ipynb", NOTEBOOK, "HParams", {**INSERT, "after": "bs"}
    ),
    "notebook_remove_duplicate": Example("try.ipynb", NOTEBOOK, "lr=0.1,\\n", REMOVE),
    "rename_word": Example("run.sh", SCRIPT, "lr 0.1", RENAME),
}


def crlf(example: Example) -> str:
    """The text of an example with a byte-order mark and line ends of two characters."""
    return BOM + example.text.replace("\n", "\r\n")


def edit_of(codemod: str, example: Example, text: str) -> Edit:
    start = text.index(example.needle)
    line = text.count("\n", 0, start) + 1
    column = start - max(text.rfind("\n", 0, start) + 1, len(BOM) * text.startswith(BOM)) + 1
    place = Place(example.path, line, column, line, column + len(example.needle))
    return Edit(example.path, codemod, (place,), tuple(example.arguments.items()))


@cache
def done(codemod: str) -> tuple[str, str]:
    """The text of an example before and after what the real codemod does."""
    text = crlf(EXAMPLES[codemod])
    return text, rewrite(edit_of(codemod, EXAMPLES[codemod], text), text)[0]


Fault = Callable[[str], str]


def serialised(text: str) -> str:
    """What a rewriter that loads and dumps makes of a text."""
    for dumped in (
        lambda: json.dumps(json.loads(text.removeprefix(BOM)), indent=1),
        lambda: ast.unparse(ast.parse(text.removeprefix(BOM))),
        lambda: yaml.safe_dump(yaml.safe_load(text.removeprefix(BOM))),
    ):
        try:
            return dumped()
        except (ValueError, SyntaxError, yaml.YAMLError):
            continue
    return text


def last(text: str, old: str, new: str) -> str:
    before, found, behind = text.rpartition(old)
    return before + (new if found else "") + behind


FAULTS: dict[str, Fault] = {
    "drops a comment": lambda text: text.replace("# quoted", "").replace("// quoted", ""),
    "drops the comment of the line": lambda text: text.replace("# step", ""),
    "drops the first line": lambda text: text.partition("\n")[2],
    "changes a comment": lambda text: text.replace("note", "notes"),
    "renames one more place": lambda text: last(text, "lr", "rate"),
    "changes the quotes of another line": lambda text: text.replace("'adam'", '"adam"'),
    "spells another string with an escape": lambda text: text.replace("adam", "\\u0061dam"),
    "writes the file anew": serialised,
    "makes all line ends alike": lambda text: text.replace("\r\n", "\n"),
    "removes the final newline": lambda text: text.rstrip(),
    "adds a final newline": lambda text: text + "\n",
    "removes the byte-order mark": lambda text: text.removeprefix(BOM),
    "changes a value": lambda text: text.replace("0.5", "0.7"),
    "changes a value to an equal one": lambda text: text.replace("0.5", "0.50"),
    "changes blanks elsewhere": lambda text: text.replace("  # q", " # q").replace("e\":", "e\" :"),
    "writes more at the end": lambda text: text.rstrip() + "  # more\r\n",
    "empties the file": lambda text: "",
}  # fmt: skip


def put_in(monkeypatch: pytest.MonkeyPatch, codemod: str, fault: Fault) -> None:
    """Put a codemod into the registry that does what the real one does, and a fault."""
    real = getattr(import_module(CODEMODS[codemod][0]), CODEMODS[codemod][1])

    def faulty(text: str, **told: object) -> tuple[Splice, ...]:
        return (Splice(0, len(text), fault(splice(text, real(text, **told)))),)

    module = ModuleType("faulty_codemods")
    module.faulty = faulty  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "faulty_codemods", module)
    monkeypatch.setitem(CODEMODS, codemod, ("faulty_codemods", "faulty"))


def carried_out(codemod: str) -> str:
    """What carrying an edit out makes of the text of its example."""
    example = EXAMPLES[codemod]
    text = crlf(example)
    project = Project("/nowhere", MappingProxyType({example.path: text}), {})
    fix = Fix("rename", "", Confidence.safe, (), (edit_of(codemod, example, text),))
    return carry_out(project, fix)[0].texts[example.path]


def test_every_codemod_has_a_check() -> None:
    assert CODEMODS.keys() == RENAMES | CHECKS.keys() == EXAMPLES.keys()
    assert not RENAMES & CHECKS.keys()


@pytest.mark.parametrize("codemod", EXAMPLES)
def test_what_the_codemod_does_is_kept(codemod: str) -> None:
    before, after = done(codemod)
    assert carried_out(codemod) == after != before


def twice(before: str, right: str) -> str:
    """What was put in, or taken out, once more."""
    same = next(at for at in range(len(right)) if before[: at + 1] != right[: at + 1])
    left = len(before) - len(right)
    if left >= 0:
        return right[:same] + right[same + max(left, 1) :]
    return right[:same] + right[same : same - left] + right[same:]


@pytest.mark.parametrize("codemod", EXAMPLES)
def test_whatever_it_does_beyond_is_refused(codemod: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, right = done(codemod)
    refused = 0
    faults = {name: fault(right) for name, fault in FAULTS.items()}
    for name, wrong in {**faults, "does it twice": twice(before, right)}.items():
        if wrong == right:
            continue
        with monkeypatch.context() as patch:
            put_in(patch, codemod, lambda _, wrong=wrong: wrong)  # type: ignore[misc]
            with pytest.raises(Refused) as caught:
                pytest.fail(f"it {name}, and is not refused:\n{carried_out(codemod)}")
        assert str(caught.value) == REFUSAL.format(EXAMPLES[codemod].path), name
        refused += 1
    assert refused >= 9


IN_NOTEBOOKS: dict[str, tuple[str, str]] = {
    "changes an output": ('"lr": 0.5', '"lr": 0.6'),
    "changes the metadata": ('"scale": 0.5', '"scale": 1'),
    "changes another cell": ('lr = 0.5"', 'lr = 0.6"'),
    "changes the kind of a cell": ('"markdown"', '"raw"'),
    "lays the file out in another way": ('"metadata": {', '"metadata":{'),
    "spells a line of the cell in another way": ('adam', '\\u0061dam'),
    "spells the next line in another way": ("bs=3", "\\u0062s=3"),
    "drops a cell": (',\r\n  {\r\n   "cell_type": "markdown",', ""),
}  # fmt: skip


@pytest.mark.parametrize("codemod", [each for each in EXAMPLES if each.startswith("notebook")])
@pytest.mark.parametrize("name", IN_NOTEBOOKS)
def test_what_it_does_to_the_rest_of_a_notebook_is_refused(
    name: str, codemod: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = IN_NOTEBOOKS[name]
    assert old in done(codemod)[1]
    put_in(monkeypatch, codemod, lambda text: text.replace(old, new))
    with pytest.raises(Refused, match=r"^the rewrite of try\.ipynb would change more"):
        carried_out(codemod)


PROJECT = {
    "hparams.py": b"hparams = HParams(learning_rate=0.1, epochs=3)  # declared\n",
    "train.py": b"from hparams import hparams\n\nprint(hparams.learning_rte, hparams.epochs)\n"
    b"# learning_rate of Adam\nname = 'adam'\n",
    "space.yaml": b"hparams_path: hparams.py\n# what is tried\nsearch_space:\n"
    b"  learning_rte: {min: 0.1, max: 0.2}  # wide\n  epochs: {min: 1, max: 3}\n",
}
IN_PROJECTS = {
    ("train.py", "rename_key", "drops a comment"): ("# learning_rate of Adam\n", ""),
    ("train.py", "rename_key", "changes other quotes"): ("'adam'", '"adam"'),
    ("train.py", "rename_key", "removes the final newline"): ("'adam'\n", "'adam'"),
    ("space.yaml", "yaml_rename_key", "drops a comment"): ("# what is tried\n", ""),
    ("space.yaml", "yaml_rename_key", "lays a mapping out"): ("min: 1, max: 3", "min: 1,  max: 3"),
    ("space.yaml", "yaml_rename_key", "renames another"): ("max: 3", "most: 3"),
}


@pytest.mark.parametrize(("path", "codemod", "name"), IN_PROJECTS)
def test_a_faulty_rewrite_leaves_all_files_and_a_refused_finding(
    path: str, codemod: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = IN_PROJECTS[path, codemod, name]
    put_in(monkeypatch, codemod, lambda text: text.replace(old, new))
    ran = call(PROJECT, "--yes", "--output-format", "json")
    (finding,) = json.loads(ran.stdout)["findings"]
    assert (ran.status, finding["status"]) == (1, "refused")
    assert ran.files == PROJECT
    assert REFUSAL.format(path) in ran.said.decode()
    renamed = call(PROJECT, "rename", "epochs", "rounds", "--yes")
    assert (renamed.status, renamed.files) == (2, PROJECT)
    assert REFUSAL.format(path) in renamed.stderr.decode()


@pytest.mark.parametrize(
    ("path", "codemod", "text", "arguments", "fault"),
    [
        ("a.yaml", "yaml_remove_key", "a: 1\nlr: 2\n\nb: 3\n", REMOVE, ("\n\n", "\n")),
        ("a.yaml", "yaml_remove_key", "a: 1\n\nlr: |+\n  2\n\nb: 3\n", REMOVE, ("\n\n", "\n")),
        ("a.toml", "toml_remove_key", "a = 1\n\nlr = 2\nb = 3\n", REMOVE, ("\n\n", "\n")),
        ("a.py", "remove_reference", "f(\n  a=1,\n\n  lr=2,\n)\n", REMOVE, ("\n\n", "\n")),
        ("a.yaml", "yaml_insert_key", "lr: 1\nb: 3\n", INSERT, ("\nd", "\n\nd")),
        ("a.json", "json_insert_key", '{\n "lr": 1\n}\n', INSERT, ('\n "d', '\n\n "d')),
    ],
)
def test_an_empty_line_beside_the_entry_stays(
    path: str,
    codemod: str,
    text: str,
    arguments: dict[str, str],
    fault: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    needle = '"lr"' if path == "a.json" else "lr"
    edit = edit_of(codemod, Example(path, text, needle, arguments), text)
    project = Project("/nowhere", MappingProxyType({path: text}), {})
    fix = Fix("delete", "", Confidence.safe, (), (edit,))
    assert fault[0] in carry_out(project, fix)[0].texts[path]
    put_in(monkeypatch, codemod, lambda text: text.replace(*fault))
    with pytest.raises(Refused, match="would change more than it names"):
        carry_out(project, fix)


LINES = "f(\n    a=1,\n    lr=0.1,\n    b=3,\n)\nx = g(1, 2)\n"
MEMBERS = '{\n  "lr": 0.1,\n  "bs": 3,\n  "model": {"a": 1, "b": 2}\n}\n'
CLASS = "class A:\n    lr = 1\n    b = 2\n"
BESIDE = {
    "a comma in another object": (
        "a.json", "json_remove_key", MEMBERS, REMOVE, ('"b": 2}', '"b": 2,}')
    ),
    "a comma behind the last": ("a.json", "json_remove_key", MEMBERS, REMOVE, ("2}\n", "2},\n")),
    "the next member's indent": ("a.json", "json_remove_key", MEMBERS, REMOVE, ('  "bs"', '"bs"')),
    "the line end before a member": (
        "a.json", "json_remove_key", '{\r\n "a": 1,\r\n "lr": 2,\r\n "b": 3\r\n}\r\n', REMOVE,
        ("1,\r\n", "1,\n"),
    ),
    "a comma in another statement": (
        "a.py", "remove_reference", LINES, REMOVE, ("g(1, 2)", "g(1, 2,)")
    ),
    "less of the next one's indent": (
        "a.py", "remove_reference", LINES, REMOVE, ("    b=3", "  b=3")
    ),
    "more of the next one's indent": (
        "a.py", "remove_reference", LINES, REMOVE, ("    b=3", "        b=3")
    ),
    "the indent of what follows one repeated": (
        "a.py", "remove_duplicate", "f(\n  lr=1,\n    b=3,\n  lr=1)\n", REMOVE, ("    b", "  b")
    ),
    "the line end before an entry": (
        "a.yaml", "yaml_remove_key", "a: 1\r\nlr: 2\r\nb: 3\r\n", REMOVE, ("1\r\n", "1\n")
    ),
    "the line end before a pair": (
        "a.toml", "toml_remove_key", "a = 1\r\nlr = 2\r\nb = 3\r\n", REMOVE, ("1\r\n", "1\n")
    ),
    "the line end before one put in": (
        "a.yaml", "yaml_insert_key", "a: 1\r\nlr: 2\r\nb: 3\r\n", INSERT, ("2\r\n", "2\n")
    ),
    "the line end before a pair put in": (
        "a.toml", "toml_insert_key", "a = 1\r\nlr = 2\r\nb = 3\r\n", INSERT, ("2\r\n", "2\n")
    ),
    "the line end of one put in": (
        "a.yaml", "yaml_insert_key", "a: 1\r\nlr: 2\r\nb: 3\r\n", INSERT, ("25\r\n", "25\n")
    ),
    "a blank behind one put in": ("a.yaml", "yaml_insert_key", DATA, INSERT, ("0.25", "0.25 ")),
    "a tab behind one put in": ("a.toml", "toml_insert_key", TABLES, INSERT, ("0.25", "0.25\t")),
    "a form feed before one put in": (
        "a.py", "add_declaration", LINES, {**INSERT, "after": "a"}, ("decay", "\x0cdecay")
    ),
    "a tab before one put in": (
        "a.py", "add_declaration", LINES, {**INSERT, "after": "a"}, ("decay", "\tdecay")
    ),
    "blanks behind an argument put in": (
        "a.py", "add_declaration", LINES, {**INSERT, "after": "a"}, ("0.25,", "0.25,  ")
    ),
    "the column of a value": (
        "a.yaml", "yaml_set_scalar", "a:         1\nlr:        0.1\n", SET, ("lr:        ", "lr: ")
    ),
    "the column of a value of a table": (
        "a.toml", "toml_set_scalar", "lr      = 0.1\n", SET, ("lr      =", "lr =")
    ),
    "the blanks before a member's value": (
        "a.json", "json_set_scalar", '{"lr":    0.1}\n', SET, ('":    ', '": ')
    ),
    "a blank before an argument": ("a.py", "set_value", LINES, SET, ("lr=", "lr= ")),
}  # fmt: skip


@pytest.mark.parametrize("name", BESIDE)
def test_what_it_does_to_blanks_and_neighbours_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, codemod, text, arguments, fault = BESIDE[name]
    needle = "f(" if codemod == "add_declaration" else '"lr"' if path == "a.json" else "lr"
    edit = edit_of(codemod, Example(path, text, needle, arguments), text)
    project = Project("/nowhere", MappingProxyType({path: text}), {})
    fix = Fix("delete", "", Confidence.safe, (), (edit,))
    assert fault[0] in carry_out(project, fix)[0].texts[path]
    put_in(monkeypatch, codemod, lambda text: text.replace(*fault))
    with pytest.raises(Refused, match="would change more than it names"):
        carry_out(project, fix)


IN_LAYOUTS = {
    "notebook_set_value": ('",\r\n    "    bs', '",\r\n\r\n    "    bs'),
    "notebook_add_declaration": ('",\r\n    "    decay', '",\r\n\r\n    "    decay'),
    "notebook_remove_duplicate": ('",\r\n    ")', '",\r\n      ")'),
}


@pytest.mark.parametrize("codemod", IN_LAYOUTS)
def test_what_it_does_to_the_layout_of_a_notebook_is_refused(
    codemod: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = IN_LAYOUTS[codemod]
    assert old in done(codemod)[1]
    put_in(monkeypatch, codemod, lambda text: text.replace(old, new))
    with pytest.raises(Refused, match="would change more than it names"):
        carried_out(codemod)


def test_a_codemod_has_no_other_file_to_touch(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given one text, and its splices are of that: those beyond its end are refused."""
    project = Project("/nowhere", MappingProxyType({"a.py": "hp.lr\n", "b.py": "hp.lr\n"}), {})
    edit = Edit("a.py", "rename_key", (Place("a.py", 1, 4, 1, 6),), tuple(RENAME.items()))
    fix = Fix("rename", "", Confidence.safe, (), (edit,))
    assert carry_out(project, fix)[0].changed_since(project) == ("a.py",)
    module = ModuleType("faulty_codemods")
    module.faulty = lambda text, **told: (Splice(9, 11, "rate"),)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "faulty_codemods", module)
    monkeypatch.setitem(CODEMODS, "rename_key", ("faulty_codemods", "faulty"))
    with pytest.raises(Refused, match="leave the text"):
        carry_out(project, fix)


def test_what_the_encoding_of_a_file_cannot_hold_is_refused() -> None:
    files = {"a.py": "# coding: latin-1\nhp = HParams(größe=1)\n".encode("latin-1")}
    ran = call(files, "rename", "größe", "ширина", "--yes")
    assert (ran.status, ran.files) == (2, files)
    said = "a.py is encoded as iso-8859-1, which cannot hold what would be written"
    assert said in ran.stderr.decode()


def test_a_name_that_means_another_thing_to_the_parser_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The text may be right, byte for byte, and say something else."""
    for path, codemod, text, new in (
        ("a.yaml", "yaml_rename_key", "lr: 1\n", "a: b"),
        ("a.py", "rename_key", "lr = 1\n", "a = b"),
        ("a.toml", "toml_rename_key", "lr = 1\n", "a.b"),
        ("a.json", "json_rename_key", '{"lr": 1}\n', 'a": 1, "b'),
        ("a.sh", "rename_word", "python a.py lr=1\n", "lr; rm x"),
    ):
        start = text.index("lr")
        at = start if path != "a.json" else start - 1
        place = Place(path, 1, at + 1, 1, at + 3)
        module = ModuleType("faulty_codemods")
        wrong = (Splice(start, start + 2, new),)
        module.faulty = lambda text, wrong=wrong, **told: wrong  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "faulty_codemods", module)
        monkeypatch.setitem(CODEMODS, codemod, ("faulty_codemods", "faulty"))
        edit = Edit(path, codemod, (place,), (("old", "lr"), ("new", new)))
        project = Project("/nowhere", MappingProxyType({path: text}), {})
        with pytest.raises(Refused, match="would change more than it names"):
            carry_out(project, Fix("rename", "", Confidence.safe, (), (edit,)))


FEW = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
NAMES = st.sampled_from(["bs", "dropout", "lr_scale", "momentum", "lr2", "ключ"])
VALUES = st.recursive(
    st.one_of(st.integers(0, 9), st.sampled_from([0.1, "lr", "'", "# lr", None, True, "é: lr"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=6,
)


@st.composite
def mappings(draw: st.DrawFn) -> dict[str, object]:
    """A mapping that has the key `lr` once, somewhere within."""
    found: dict[str, object] = draw(st.dictionaries(NAMES, VALUES, max_size=3))
    pairs = list(found.items())
    pairs.insert(draw(st.integers(0, len(pairs))), ("lr", draw(VALUES)))
    return {"model": dict(pairs)} if draw(st.booleans()) else dict(pairs)


def renamed(data: object, old: str, new: str) -> object:
    match data:
        case dict():
            return {
                new if key == old else key: renamed(each, old, new) for key, each in data.items()
            }
        case list():
            return [renamed(each, old, new) for each in data]
    return data


def rename_in(path: str, text: str, key: ast.expr | yaml.Node, old: str, new: str) -> str:
    """The text with a key renamed, as carrying out an edit leaves it."""
    match key:
        case yaml.Node():
            line, column = key.start_mark.line + 1, key.start_mark.column + 1
        case _:
            before = text.split("\n")[key.lineno - 1].encode()[: key.col_offset]
            line, column = key.lineno, len(before.decode()) + 1
    codemod = "rename_key" if path.endswith(".py") else "yaml_rename_key"
    place = Place(path, line, column, line, column + len(old))
    edit = Edit(path, codemod, (place,), (("old", old), ("new", new)))
    project = Project("/nowhere", MappingProxyType({path: text}), {})
    fix = Fix("rename", "", Confidence.safe, (), (edit,))
    return carry_out(project, fix)[0].texts[path]


def yaml_key(text: str, name: str) -> yaml.Node:
    waiting = [yaml.compose(text)]
    while waiting:
        node = waiting.pop()
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if key.value == name:
                return key
            waiting.append(value)
    raise AssertionError(name)


def python_key(text: str, name: str) -> ast.expr:
    keys = (
        key for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Dict) for key in node.keys
    )
    return next(key for key in keys if isinstance(key, ast.Constant) and key.value == name)


@FEW
@given(mappings(), st.sampled_from([None, True, False]), st.sampled_from(["rate", "base_lr", "l"]))
def test_a_right_rename_in_yaml_is_never_refused(
    data: dict[str, object], is_flow: bool | None, new: str
) -> None:
    text = yaml.safe_dump(data, default_flow_style=is_flow, allow_unicode=True, sort_keys=False)
    text = f"# lr\n{text}"
    there = rename_in("a.yaml", text, yaml_key(text, "lr"), "lr", new)
    assert list(yaml.safe_load(there).items()) == list(renamed(data, "lr", new).items())
    assert rename_in("a.yaml", there, yaml_key(there, new), new, "lr") == text


@FEW
@given(mappings(), st.sampled_from(["rate", "base_lr", "l"]))
def test_a_right_rename_in_python_is_never_refused(data: dict[str, object], new: str) -> None:
    text = f"# lr\nconfig = {pformat(data, sort_dicts=False, width=30)}  # lr\n"
    there = rename_in("a.py", text, python_key(text, "lr"), "lr", new)
    said = ast.literal_eval(there.partition("=")[2].strip())
    assert list(said.items()) == list(renamed(data, "lr", new).items())
    assert rename_in("a.py", there, python_key(there, new), new, "lr") == text
