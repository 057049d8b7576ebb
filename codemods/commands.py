"""What the LibCST commands share: a place on the command line, splices carried out on a module."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable

import libcst as cst
from libcst.codemod import SkipFile

from codemods.splices import Place, Refused, Splice, splice


def place(text: str) -> Place:
    """Read `LINE:COLUMN`, both counted from 1."""
    line, _, column = text.partition(":")
    if line.isdecimal() and column.isdecimal():
        return int(line), int(column)
    raise ArgumentTypeError(f"`{text}` is not LINE:COLUMN")


def rewritten(tree: cst.Module, rewrite: Callable[[str], tuple[Splice, ...]]) -> cst.Module:
    """Return the module with a rewrite of its text carried out; SkipFile says a refusal."""
    try:
        code = splice(tree.code, rewrite(tree.code))
    except Refused as refusal:
        raise SkipFile(str(refusal)) from refusal
    return cst.parse_module(code, config=tree.config_for_parsing)
