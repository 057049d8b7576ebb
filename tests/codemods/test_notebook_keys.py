"""A notebook's cells rewritten: the strings that spell one source, and no other byte."""

from __future__ import annotations

import difflib
import json

import pytest

from codemods.notebook_keys import (
    add_declaration,
    remove_duplicate,
    rename_key,
    rename_word,
    set_value,
)
from codemods.splices import Refused, position_at, splice

CALL = ["hp = HParams(\n", '    lr=0.1,  # "шаг"\n', ")\n", 'print(hp.lr, "lr=0.2")']


def notebook(source, *, kind="code", **layout):
    """A notebook with the source in its second cell, as Jupyter writes it unless told otherwise."""
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["lr\n", "hp.lr"]},
        {
            "cell_type": kind,
            "execution_count": 1,
            "metadata": {"lr": 1},
            "outputs": [{"name": "stdout", "text": ["hp.lr\n", "lr=0.1"]}],
            "source": source,
        },
    ]
    value = {"cells": cells, "metadata": {"lr": 2}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(value, **{"indent": 1, "ensure_ascii": False, **layout}) + "\n"


def place_of(text, needle):
    """Where the needle is written in the source of the second cell."""
    source = text.rindex('"source"') if '"source"' in text else 0
    return position_at(text, text.index(needle, source))


def changes(before, after):
    """The lines that went and came."""
    return [
        line
        for line in difflib.ndiff(before.split("\n"), after.split("\n"))
        if line[:2] in ("- ", "+ ")
    ]


def refused(function, text, **named):
    with pytest.raises(Refused) as refusal:
        function(text, **named)
    return str(refusal.value)


def test_names_in_a_cell_are_renamed_and_outputs_are_not():
    text = notebook(CALL)
    at = [place_of(text, "lr=0.1"), place_of(text, "lr, "), place_of(text, "lr=0.2")]
    result = splice(text, rename_key(text, at=at, old="lr", new="rate"))
    assert changes(text, result) == [
        '-     "    lr=0.1,  # \\"шаг\\"\\n",',
        '+     "    rate=0.1,  # \\"шаг\\"\\n",',
        '-     "print(hp.lr, \\"lr=0.2\\")"',
        '+     "print(hp.rate, \\"rate=0.2\\")"',
    ]
    back = [place_of(result, "rate=0.1"), place_of(result, "rate, "), place_of(result, "rate=0.2")]
    assert splice(result, rename_key(result, at=back, old="rate", new="lr")) == text


@pytest.mark.parametrize(
    "text",
    [
        notebook("".join(CALL)),
        notebook(CALL, indent=None, separators=(",", ":")),
        notebook(CALL, ensure_ascii=True).replace("\n", "\r\n"),
        notebook(CALL).replace("=", "\\u003d"),
        "\ufeff" + notebook(CALL, indent="\t"),
    ],
)
def test_the_form_of_the_file_stays(text):
    at = place_of(text, "lr=" if "lr=" in text else "lr\\u003d")
    result = splice(text, rename_key(text, at=[at], old="lr", new="rate"))
    start = text.index("lr", text.rindex('"source"'))
    assert result == text[:start] + "rate" + text[start + 2 :]


def test_a_value_is_set_with_the_escapes_that_it_needs():
    text = notebook(CALL)
    result = splice(text, set_value(text, at=place_of(text, "lr=0.1"), key="lr", value='"a"'))
    assert changes(text, result) == [
        '-     "    lr=0.1,  # \\"шаг\\"\\n",',
        '+     "    lr=\\"a\\",  # \\"шаг\\"\\n",',
    ]


@pytest.mark.parametrize("layout", [{}, {"indent": None}, {"indent": 4}])
@pytest.mark.parametrize("source", [CALL, "".join(CALL)])
def test_a_declaration_gets_a_line_of_its_own(source, layout):
    text = notebook(source, **layout)
    at = place_of(text, "HParams(")
    result = splice(text, add_declaration(text, at=at, key="bs", value="32"))
    expected = [*CALL[:2], "    bs=32,\n", *CALL[2:]]
    assert result == notebook(expected if isinstance(source, list) else "".join(expected), **layout)


@pytest.mark.parametrize("line", ["    lr = 1\n", "    lr = 2"])
def test_a_repeated_line_goes_with_its_string(line):
    lines = ["class A:\n", "    lr = 1\n", "    lr = 2"]
    text = notebook(lines)
    result = splice(text, remove_duplicate(text, at=place_of(text, line.strip()), key="lr"))
    assert json.loads(result)["cells"][1]["source"] == [each for each in lines if each != line]
    assert len(changes(text, result)) in (1, 3)


def test_what_ipython_reads_itself_is_passed_over():
    lines = [
        "%matplotlib inline\n",
        "!pip install x \\\n",
        "    --lr y\n",
        "files = !ls\n",
        "%time hp = HParams(lr=1)\n",
        "hp?\n",
        "if hp:\n",
        "    %cd x\n",
        "print(hp.lr)",
    ]
    text = notebook(lines)
    result = splice(text, rename_key(text, at=[place_of(text, 'lr)"')], old="lr", new="rate"))
    assert changes(text, result) == ['-     "print(hp.lr)"', '+     "print(hp.rate)"']
    reason = "a line of the cell that IPython reads would change"
    at = [place_of(text, "lr y")]
    assert refused(rename_key, text, at=at, old="lr", new="rate") == reason
    result = splice(text, rename_word(text, at=at[0], old="lr", new="rate"))
    assert changes(text, result) == ['-     "    --lr y\\n",', '+     "    --rate y\\n",']


def test_a_cell_of_another_language_is_no_python():
    text = notebook(["%%bash\n", "python train.py --lr 1"])
    at = place_of(text, "lr 1")
    reason = "the cell is not Python: `%%bash` takes it"
    assert refused(rename_key, text, at=[at], old="lr", new="rate") == reason
    assert '"python train.py --rate 1"' in splice(
        text, rename_word(text, at=at, old="lr", new="rate")
    )


def test_only_a_source_is_rewritten():
    text = notebook(CALL)
    outputs = position_at(text, text.index("lr=0.1", text.index("outputs")))
    reason = refused(rename_key, text, at=[outputs], old="lr", new="rate")
    assert reason.startswith("no cell of a notebook has its source at ")
    markdown = position_at(text, text.index("hp.lr") + 3)
    reason = refused(rename_key, text, at=[markdown], old="lr", new="rate")
    assert reason.startswith("a markdown cell stands at ")
    assert refused(rename_key, "{}", at=[(1, 1)], old="lr", new="rate") == (
        "no cell of a notebook has its source at 1:1"
    )
