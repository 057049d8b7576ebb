"""One entry put in: a key with its value, behind the entry or in the bracket that is named."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from hpfix.findings import Edit
from hpfix.positions import line_starts, offset_of
from hpfix.verifying.data_walks import KEY
from hpfix.verifying.kinds import data_or_code
from hpfix.verifying.layouts import is_laid_out
from hpfix.verifying.python_walk import python_walk
from hpfix.verifying.values import value_steps
from hpfix.verifying.walks import Differs, Step, behind, require_comments, said
from hpfix.verifying.written import alike, pieces

Steps = Sequence[Step]


def check_insertion(edit: Edit, before: str, after: str) -> None:
    """Raise Differs unless the entry of the edit is put in where it says, and nothing else."""
    (place,) = edit.places
    arguments = dict(edit.arguments)
    one, other = data_or_code(edit.path, before), data_or_code(edit.path, after)
    offset = offset_of(line_starts(before), place.line, place.column)
    is_code = edit.path.endswith((".py", ".ipynb"))
    ways = (_in_code if is_code else _in_data)(edit, one.steps, offset)
    if not any(said(each) == said(other.steps) for each in ways):
        raise Differs("another node is put in, or changes")
    comment = arguments.get("comment")
    if not any(
        _is_entry(piece, arguments) and is_laid_out(before, after, at, piece, arguments)
        for at, piece in _put_in(before, after)
    ):
        raise Differs("more is put in than the entry")
    require_comments(one, other, added=() if comment is None else (f"# {comment}",))


def _in_data(edit: Edit, steps: Steps, offset: int) -> Iterator[list[Step]]:
    """The walk of YAML, JSON or TOML with the entry behind the one whose key is at an offset."""
    arguments = dict(edit.arguments)
    value = value_steps(edit.path, arguments["value"])
    for index, step in enumerate(steps):
        is_key = step.kind == KEY or step.kind.startswith("scalar")
        if is_key and step.value == arguments["after"] and step.start <= offset < step.end:
            last = behind(steps, behind(steps, index))
            mark = "" if step.kind == KEY else "None None"
            key = step._replace(value=arguments["key"], mark=mark)
            yield [*steps[:last], key, *value, *steps[last:]]


def _in_code(edit: Edit, steps: Steps, offset: int) -> Iterator[list[Step]]:
    """The walks of Python with an argument or an item in the call or dict at an offset."""
    arguments = dict(edit.arguments)
    key, value, behind_key = arguments["key"], arguments["value"], arguments.get("after")
    for outer, step in enumerate(steps):
        if step.kind not in ("Call", "Dict") or not _is_meant(steps, outer, offset):
            continue
        added = _entry_steps(key, value, is_call=step.kind == "Call")
        index, before = outer + 1, outer
        while True:
            if behind_key is None or _is_entry_of(
                steps[before : min(before + 4, index)], behind_key
            ):
                yield [*steps[:index], *added, *steps[index:]]
            if steps[index].turn < 0:  # the end of the call
                break
            index, before = behind(steps, index), index


def _is_meant(steps: Steps, outer: int, offset: int) -> bool:
    """Whether a call or dict begins at an offset, or a dict has an item that does."""
    if steps[outer].start == offset:
        return True
    within = steps[outer : behind(steps, outer)]
    return any(each.kind == "item" and each.start == offset for each in within)


def _is_entry_of(first: Steps, key: str) -> bool:
    """Whether some steps begin the argument or the item of a key."""
    return any(each.value == key for each in first)


def _entry_steps(key: str, value: str, *, is_call: bool) -> Steps:
    """What Python makes of the entry alone."""
    source = f"f({key}=({value}))" if is_call else "{" + f"{key!r}: ({value})" + "}"
    steps = python_walk(source).steps
    wanted = "keyword" if is_call else "item"
    first = next((n for n, each in enumerate(steps) if each.kind == wanted), None)
    if first is None:
        raise Differs("what is to be put in is no entry")
    return steps[first : behind(steps, first)]


def _put_in(before: str, after: str) -> Iterator[tuple[int, str]]:
    """Every piece that may have been put in, beside the comma of the entry before."""
    same, same_behind = alike(before, after)
    less = [before]
    if after.startswith(",", same):
        less.append(f"{before[:same]},{before[same:]}")
    blanks = before[same : len(before) - same_behind]
    if blanks and not blanks.strip(" \t") and before[same - 1] in "([{":  # f( )
        less.append(before[:same] + before[same + len(blanks) :])
    for each in less:
        yield from pieces(each, after)


def _is_entry(piece: str, arguments: dict[str, str]) -> bool:
    """Whether a piece is the entry as the edit spells it, with blanks, a comma and its comment."""
    if piece.count("\n") > 1 + arguments["value"].count("\n"):
        return False
    body = piece.strip().removeprefix(",").lstrip()
    comment = arguments.get("comment")
    if comment is not None:
        body = body.removesuffix(f"# {comment}").rstrip()
    body = body.removesuffix(",").rstrip()
    value = arguments["value"]
    if not body.endswith(value):
        return False
    left = body[: len(body) - len(value)].rstrip()
    name = left[:-1].rstrip()
    if left[-1:] not in (":", "="):
        return False
    # a.key = 1: a dotted key of TOML
    return any(name == each or name.endswith(f".{each}") for each in _spellings(arguments["key"]))


def _spellings(key: str) -> tuple[str, ...]:
    return (key, f'"{key}"', f"'{key}'", json.dumps(key), json.dumps(key, ensure_ascii=False))
