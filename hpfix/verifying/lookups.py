"""A step put into lookups, or left out: `config["lr"]`, `config["optimizer"]["lr"]`."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from hpfix.findings import Edit
from hpfix.positions import line_starts, offset_of
from hpfix.verifying.python_walk import Offsets, Span, parsed, python_walk
from hpfix.verifying.walks import Differs, require_comments
from hpfix.verifying.written import alike

BLANKS = " \t\r\n"


def check_nesting(edit: Edit, before: str, after: str) -> None:
    """Raise Differs unless the step is put in at as many lookups as there are places, near them."""
    places = _offsets_of(edit, before)
    if _pieces_between(before, after, dict(edit.arguments)["step"]) != len(places):
        raise Differs("more is written than the steps")
    found = _added(edit, before, after)
    near = [{each for each in places if _is_in(each, spans)} for spans in found]
    if len(found) != len(places) or not all(near) or set().union(*near) != places:
        raise Differs("a step is put in elsewhere")


def check_unnesting(edit: Edit, before: str, after: str) -> None:
    """Raise Differs unless the step is left out at every place, and nothing else is."""
    places = _offsets_of(edit, before)
    step = dict(edit.arguments)["step"]
    left = before
    for offset in sorted(places, reverse=True):
        start, end = _step_at(before, offset, step)
        left = left[:start] + left[end:]
    if left != after or len(_added(edit, after, before)) != len(places):
        raise Differs("more is left out than the steps")


def _offsets_of(edit: Edit, text: str) -> set[int]:
    starts = line_starts(text)
    return {offset_of(starts, each.line, each.column) for each in edit.places}


def _is_in(offset: int, spans: Sequence[Span]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _added(edit: Edit, flat: str, nested: str) -> list[Sequence[Span]]:
    """Where the second text has a step that the first has not: the nodes around it, in the first.

    Raises Differs where anything else of the two differs.
    """
    require_comments(python_walk(flat), python_walk(nested))
    comparison = _Comparison(dict(edit.arguments)["step"], Offsets(flat))
    try:
        comparison.compare(parsed(flat), parsed(nested), ((0, len(flat)),))
    except RecursionError as error:
        raise Differs("it is nested too deeply") from error
    return comparison.found


class _Comparison:
    """Two trees, of which the second may have steps of one name that the first has not."""

    def __init__(self, step: str, offsets: Offsets) -> None:
        self._step, self._offsets = step, offsets
        self.found: list[Sequence[Span]] = []

    def compare(self, one: object, other: object, around: tuple[Span, ...]) -> None:
        inner = _looked_up_in(other, self._step)
        is_step = _looked_up_in(one, self._step) is not None
        if inner is not None and not is_step:
            self.found.append(around)
            self.compare(one, inner, around)
        elif isinstance(one, list) and isinstance(other, list):
            for each, counterpart in zip_longest(one, other):
                self.compare(each, counterpart, around)
        elif isinstance(one, ast.AST) and type(one) is type(other):
            span = self._offsets.span(one, around[-1])
            # the lookup around what is looked up in, and the call around that
            inside = around if isinstance(one, ast.FormattedValue) else (*around[-1:], span)
            for (_, each), (_, counterpart) in zip(
                ast.iter_fields(one), ast.iter_fields(other), strict=True
            ):
                self.compare(each, counterpart, inside)
        elif one != other or type(one) is not type(other):
            if not _is_longer_path(one, other, self._step):
                raise Differs("more changes than the steps")
            self.found.append(around)


def _looked_up_in(node: object, step: str) -> ast.expr | None:
    """What a step is looked up in: `config` of `config.step` and the like."""
    match node:
        case ast.Attribute(value=owner, attr=name) if name == step:
            return owner
        case ast.Subscript(value=owner, slice=ast.Constant(value=name)) if name == step:
            return owner
        case ast.Call(
            func=ast.Attribute(value=owner, attr="get"), args=[ast.Constant(value=name), *_]
        ) if name == step:
            return owner
    return None


def _is_longer_path(one: object, other: object, step: str) -> bool:
    """Whether the second is the first with the step in it: `model.step.lr`."""
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    steps = other.split(".")
    return any(
        each == step and steps[:at] + steps[at + 1 :] == one.split(".")
        for at, each in enumerate(steps)
    )


def _pieces_between(flat: str, nested: str, step: str) -> int:
    """How many steps have to be taken out of one text to get the other."""
    count = 0
    while nested != flat:
        same, _ = alike(flat, nested)
        shorter = next(
            (each for each in _one_less(nested, same, step) if alike(flat, each)[0] > same), None
        )
        if shorter is None:
            raise Differs("something else is written than a step")
        nested, count = shorter, count + 1
    return count


def _one_less(text: str, at: int, step: str) -> Iterator[str]:
    """The text without the step that an offset is at the beginning of, or within."""
    for each in (f".{step}", f'["{step}"]', f"['{step}']", f"{step}."):
        for start in range(at, max(at - len(each), -1), -1):
            if text.startswith(each, start):
                yield text[:start] + text[start + len(each) :]


def _step_at(text: str, offset: int, step: str) -> Span:
    """The span of a step that a place tells, with the sign that looks it up."""
    if text[offset] not in "'\"":
        end = offset + len(step)
        before = text[:offset].rstrip(BLANKS)
        is_path = text.startswith(".", end) and text[offset - 1] in "'\"."
        if is_path and _is_quoted(text, offset):
            return offset, end + 1
        return len(before.removesuffix(".").rstrip(BLANKS)), end
    opening = len(text[:offset].rstrip(BLANKS)) - 1
    closing = {"[": "]", "(": ")"}.get(text[opening], "")
    end = _closed(text, offset + len(step) + 2, closing)
    if closing == ")":
        opening = text.rfind(".get", 0, opening)
    return len(text[:opening].rstrip(BLANKS)), end


def _is_quoted(text: str, offset: int) -> bool:
    """Whether a path of names that an offset is in is all of a literal."""
    start = offset
    while start and (text[start - 1].isalnum() or text[start - 1] in "_."):
        start -= 1
    return text[start - 1 : start] in ("'", '"')


def _closed(text: str, at: int, closing: str) -> int:
    """Where the bracket ends that is open at an offset behind its first item."""
    depth = 0
    while at < len(text):
        if text[at] == closing and depth == 0:
            return at + 1
        depth += (text[at] in "([{") - (text[at] in ")]}")
        at += 1
    raise Differs("a step has no end")
