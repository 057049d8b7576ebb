"""Names that a class body assigns, or a class pattern asks for, and no schema declares."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.model import Place
from hpfix.positions import BOM
from hpfix.readers.python_source import Source

ASSIGNED = "a class assigns it: it may take the place of the renamed one"
MATCHED = "a pattern asks for it"


def class_names(path: str, text: str, name: str) -> Iterator[tuple[Place, str]]:
    """Where a class body or a class pattern of a Python file has the name, each with a reason.

    `class Small(Config): lr = 5.0`, `case Config(lr=0.1):`; of a pattern, the place is that of what
    stands behind the name. A file that does not parse has none.
    """
    if name not in text:
        return
    try:
        tree = ast.parse(text.removeprefix(BOM))
    except (SyntaxError, ValueError, RecursionError):
        return
    source = Source(path, text)
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(body=body):
                for target in _targets(body):
                    if target.id == name:
                        yield source.place(target), ASSIGNED
            case ast.MatchClass(kwd_attrs=names, kwd_patterns=patterns):
                for each, pattern in zip(names, patterns, strict=True):
                    if each == name:
                        yield source.place(pattern), MATCHED


def _targets(body: list[ast.stmt]) -> Iterator[ast.Name]:
    for statement in body:
        match statement:
            case ast.Assign(targets=targets):
                yield from (each for each in targets if isinstance(each, ast.Name))
            case ast.AnnAssign(target=ast.Name() as target):
                yield target
