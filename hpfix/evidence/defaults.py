"""Which value a missing declaration would have: only what the project itself gives for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from hpfix.comment_tokens import comments_in
from hpfix.company import is_variant
from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Schema, Value

DECLARED = frozenset({"sibling", "comment"})
"""The kinds of evidence that something declares the key, or did; a default is a reader's."""
FALLBACKS = frozenset({"get", "getattr"})


class Default(NamedTuple):
    """A value with what gives it."""

    value: Value
    evidence: Evidence


def given(index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]) -> tuple[Default, ...]:
    """Each value that the project gives for the key, declarations first."""
    text = index.texts.get(schema.place.path, "")
    found = (*_beside(index, schema, key), *_commented_out(schema, text, key), *_fallbacks(bound))
    by_source: dict[str, Default] = {}
    for each in found:
        by_source.setdefault(each.value.source, each)
    return tuple(by_source.values())


def _beside(index: Index, schema: Schema, key: str) -> Iterator[Default]:
    """`paper_hparams.py` declares what `hparams.py` lacks."""
    for other in sorted(index.schemas, key=lambda each: each.place):
        declared = other.declaration(key) if other is not schema else None
        if declared is None or declared.value is None or declared.value.type == "unknown":
            continue
        if not is_variant(schema, other):
            continue
        said = f"{declared.place.path}:{declared.place.line} declares"
        sentence = f"{said} `{key}={declared.value.source}`"
        yield Default(declared.value, Evidence("sibling", sentence))


def _commented_out(schema: Schema, text: str, key: str) -> Iterator[Default]:
    """`# lr=0.1,` inside of the declaration."""
    last = max(
        (each.place.line for each in schema.declarations if each.place.path == schema.place.path),
        default=schema.place.line,
    )
    for line, _, comment in comments_in(text) if key in text else ():
        source = _value_in(comment, key) if schema.place.line <= line <= last + 1 else None
        if source is not None:
            said = f"{schema.place.path}:{line} has `{key}={source}` commented out"
            yield Default(Value(source, "unknown"), Evidence("comment", said))


def _value_in(comment: str, key: str) -> str | None:
    """The literal that a comment assigns to the key, where it is code."""
    source = f"_({comment.lstrip('# ')}\n)"
    try:
        tree = ast.parse(source, mode="eval")
    except (SyntaxError, ValueError):
        return None
    match tree.body:
        case ast.Call(args=[], keywords=keywords):
            for each in keywords:
                if each.arg == key and _is_literal(each.value):
                    return ast.get_source_segment(source, each.value)
    return None


def _is_literal(node: ast.expr) -> bool:
    match node:
        case ast.Constant() | ast.UnaryOp(op=ast.USub(), operand=ast.Constant()):
            return True
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return all(map(_is_literal, items))
    return False


def _fallbacks(bound: tuple[Bound, ...]) -> Iterator[Default]:
    """`getattr(hp, "lr", 0.1)` reads as if the key were declared so."""
    for each in bound:
        reference = each.reference
        value = (
            reference.value if reference.form in FALLBACKS and reference.mode == "read" else None
        )
        if value is not None and value.literal is not None:  # None says that there is no value
            where = f"{reference.place.path}:{reference.place.line}"
            said = f"{where} reads it with the default `{value.source}`"
            yield Default(value, Evidence("value", said))
