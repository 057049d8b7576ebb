"""Renames and sets keys in the cells of a notebook, by the codemods for Python and command lines.

Places are lines and columns of the `.ipynb` file, from 1, in code points: where the first character
of the name, or its quote, is written within the JSON string.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from codemods import add_declaration as add
from codemods import remove_duplicate as remove
from codemods import rename_key as rename
from codemods import set_value as assign
from codemods import shell_words
from codemods.cell_python import check_same, python_of
from codemods.notebook_cells import Rewrite, rewrite_cells
from codemods.splices import Place, Splice


def rename_key(text: str, *, at: Sequence[Place], old: str, new: str) -> tuple[Splice, ...]:
    """Return the splices that rename a key at places in the Python of code cells."""
    return _in_python(
        text, at, lambda code, told: rename.rename_key(code, old=old, new=new, at=told)
    )


def set_value(text: str, *, at: Place, key: str, value: str) -> tuple[Splice, ...]:
    """Return the splices that set the value of the key at a place in the Python of a code cell."""
    return _in_python(
        text, [at], lambda code, told: assign.set_value(code, key=key, at=told[0], value=value)
    )


def add_declaration(
    text: str,
    *,
    at: Place,
    key: str,
    value: str,
    after: str | None = None,
    comment: str | None = None,
) -> tuple[Splice, ...]:
    """Return the splices that add a key to the call or dict literal that begins at a place."""
    return _in_python(
        text,
        [at],
        lambda code, told: add.add_declaration(
            code, at=told[0], key=key, value=value, after=after, comment=comment
        ),
    )


def remove_duplicate(text: str, *, at: Place, key: str) -> tuple[Splice, ...]:
    """Return the splices that remove the repeated key at a place."""
    return _in_python(
        text, [at], lambda code, told: remove.remove_duplicate(code, key=key, at=told[0])
    )


def rename_word(text: str, *, at: Place, old: str, new: str) -> tuple[Splice, ...]:
    """Return the splice that renames an option or override in a cell: `!python x --lr 1`."""
    return rewrite_cells(
        text,
        at=[at],
        kinds=("code", "markdown", "raw"),
        rewrite=lambda code, told: shell_words.rename_word(code, at=told[0], old=old, new=new),
    )


def _in_python(
    text: str,
    at: Sequence[Place],
    rewrite: Callable[[str, tuple[Place, ...]], tuple[Splice, ...]],
) -> tuple[Splice, ...]:
    def in_cell(source: str, told: tuple[Place, ...]) -> tuple[Splice, ...]:
        python = python_of(source)
        splices = rewrite(python, told)
        check_same(source, python, splices)
        return splices

    function: Rewrite = in_cell
    return rewrite_cells(text, at=at, kinds=("code",), rewrite=function)
