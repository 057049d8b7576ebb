"""Python in the texts of a configuration: `grid: "torch.linspace(0, 1, hparams.steps)"`.

A program that evaluates such a text gives it an object by its name in the program; it is held to
what every place of the project means by that name. A dotted name alone is no expression: it may be
that of a module or of a file.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.model import Expression, Place, Reference
from hpfix.spelling import source_at

if TYPE_CHECKING:
    from hpfix.documents import Document, Node

OBJECTS = frozenset("hparams hps hp cfg config conf args opt params".split())
"""What programs call the object of their hyperparameters."""
SIGNS = tuple(f"{each}." for each in sorted(OBJECTS))
LONGEST = 500


def evaluated(document: Document) -> Iterator[Reference]:
    """The keys that expressions in the texts of the document look up in such an object."""
    if any(each in document.text for each in SIGNS):
        for text, place in _texts(document.root):
            if len(text) <= LONGEST and text.isascii() and any(each in text for each in SIGNS):
                yield from _references(text, place, source_at(document.text, place))


def _texts(node: Node) -> Iterator[tuple[str, Place]]:
    literal = node.value.literal
    if isinstance(literal, str) and node.place is not None:
        yield literal, node.place
    for entry in node.entries:
        yield from _texts(entry.node)
    for item in node.items:
        yield from _texts(item)


def _references(text: str, place: Place, source: str) -> Iterator[Reference]:
    start = source.find(text)
    if start not in (0, 1) or place.line != place.end_line:
        return  # with escapes, or a tag before it
    try:
        found = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    if isinstance(found, (ast.Attribute, ast.Name)):
        return
    first = place.column + start
    known = OBJECTS - set(_bound_in(found))
    called = {each.func for each in ast.walk(found) if isinstance(each, ast.Call)}
    for node in ast.walk(found):
        if isinstance(node, ast.Attribute) and node not in called and node.end_col_offset:
            steps, end = _steps(node.value), first + node.end_col_offset
            if steps and steps[0] in known:
                at = Place(place.path, place.line, end - len(node.attr), place.line, end)
                receiver = Expression(place.path, (f"called:{steps[0]}", *steps[1:]))
                yield Reference(node.attr, at, "interpolation", "read", receiver)


def _bound_in(expression: ast.expr) -> Iterator[str]:
    """The names that the expression gives itself: `lambda cfg: cfg.lr`."""
    for node in ast.walk(expression):
        match node:
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name


def _steps(node: ast.expr) -> tuple[str, ...]:
    """`("hparams", ".optimizer")` of `hparams.optimizer`; nothing of any other expression."""
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Attribute(value=owner, attr=name):
            outer = _steps(owner)
            return (*outer, f".{name}") if outer else ()
    return ()
