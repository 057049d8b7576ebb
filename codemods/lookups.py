"""Where a key is looked up in a Python text, and where a step before it is written."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from codemods.python_source import Source
from codemods.splices import Refused, place_name

METHODS = frozenset({"get", "pop", "setdefault", "__getitem__", "__contains__"})
FUNCTIONS = frozenset({"getattr", "hasattr", "setattr", "delattr"})
ATOMS = (cst.Name, cst.Attribute, cst.Subscript, cst.Call)
PLAIN = frozenset(".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a step can be written, and what stands around its name there."""

    at: int
    before: str
    behind: str = ""


def lookup_at(source: Source, key: str, offset: int, style: str) -> Opening:
    """Return where the step before a key goes that is looked up at an offset; else Refused."""
    for node, (start, _) in source.spans.items():
        match node:
            case cst.Attribute(value=owner, attr=cst.Name(value=name) as attribute):
                if name == key and source.spans[attribute][0] == offset:
                    return Opening(source.extent(owner)[1], ".")
            case cst.Subscript(value=owner, slice=[cst.SubscriptElement(cst.Index(value=index))]):
                if (quote := _quote_of(source, index, key, offset)) is not None:
                    return Opening(source.extent(owner)[1], f"[{quote}", f"{quote}]")
            case cst.Call(args=[cst.Arg(value=first), *_]) if start <= offset:
                found = _in_call(source, node, first, key, offset, style)
                if found is not None:
                    return found
            case cst.Comparison(left=left, comparisons=[cst.ComparisonTarget() as target]):
                if _quote_of(source, left, key, offset) is not None:
                    return _behind(source, target.comparator, style, _quote(source, left))
    if _is_segment(source, key, offset):
        return Opening(offset, "", ".")
    raise Refused(f"`{key}` is not looked up at {place_name(source.text, offset)}")


def step_at(source: Source, step: str, offset: int) -> tuple[int, int]:
    """Return the span of a step that begins at an offset, up to what is looked up in it."""
    followed = {
        node.value for node in source.spans if isinstance(node, cst.Attribute | cst.Subscript)
    }
    for node in followed:
        match node:
            case cst.Attribute(value=owner, attr=cst.Name(value=name) as attribute):
                is_it = name == step and source.spans[attribute][0] == offset
            case cst.Subscript(value=owner, slice=[cst.SubscriptElement(cst.Index(value=index))]):
                is_it = _quote_of(source, index, step, offset) is not None
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("get")), args=[first, *_]):
                is_it = _quote_of(source, first.value, step, offset) is not None
            case _:
                continue
        if is_it and not node.lpar:
            return source.extent(owner)[1], source.spans[node][1]
    if _is_segment(source, step, offset) and source.text.startswith(".", offset + len(step)):
        return offset, offset + len(step) + 1
    where = place_name(source.text, offset)
    raise Refused(f"nothing is looked up in `{step}` at {where}")


def _in_call(
    source: Source, call: cst.Call, first: cst.BaseExpression, key: str, offset: int, style: str
) -> Opening | None:
    """`config.get("lr")`, `getattr(config, "lr")`; of `attrgetter("lr")` the path is a segment."""
    match call:
        case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value=method))):
            if method in METHODS and _quote_of(source, first, key, offset) is not None:
                return _behind(source, owner, style, _quote(source, first))
        case cst.Call(func=cst.Name("attrgetter") | cst.Attribute(attr=cst.Name("attrgetter"))):
            for each in call.args:
                if _quote_of(source, each.value, key, offset) is not None:
                    return Opening(offset + 1, "", ".")
        case cst.Call(func=cst.Name(value=name), args=[_, cst.Arg(value=second), *_]):
            if name in FUNCTIONS and _quote_of(source, second, key, offset) is not None:
                return _behind(source, first, "attribute", _quote(source, second))
    return None


def _behind(source: Source, owner: cst.BaseExpression, style: str, quote: str) -> Opening:
    start, end = source.extent(owner)
    if not (isinstance(owner, ATOMS) or owner.lpar):
        raise Refused(f"what stands at {place_name(source.text, start)} is no name to go on from")
    return Opening(end, ".") if style == "attribute" else Opening(end, f"[{quote}", f"{quote}]")


def _quote_of(source: Source, node: cst.CSTNode, key: str, offset: int) -> str | None:
    """Return the quote of a literal that is the key and begins at the offset."""
    match node:
        case cst.SimpleString(evaluated_value=value, prefix="") if value == key:
            return _quote(source, node) if source.spans[node][0] == offset else None
    return None


def _quote(source: Source, node: cst.CSTNode) -> str:
    return source.text[source.spans[node][0]]


def _is_segment(source: Source, name: str, offset: int) -> bool:
    """True for a segment of a path that is all of a literal, as in `"model.lr"`, and for all of
    it where a call takes it."""
    end = offset + len(name)
    for node, (first, last) in source.spans.items():
        match node:
            case cst.SimpleString(prefix="", quote=quote):
                start, stop = first + len(quote), last - len(quote)
                if offset == first and source.text[start:stop] == name:
                    return False
                if start <= offset and end <= stop:
                    ends = source.text[end : end + 1] in (".", quote[0])
                    begins = source.text[offset - 1] in (".", quote[0])
                    is_path = PLAIN.issuperset(source.text[start:stop])
                    return is_path and begins and ends and source.text[offset:end] == name
    return False
