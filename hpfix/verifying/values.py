"""A value set: only the value of the key at a place is another one, and is the one named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hpfix.findings import Edit
from hpfix.positions import line_starts, offset_of
from hpfix.verifying.data_walks import KEY, json_walk, toml_walk, yaml_walk
from hpfix.verifying.kinds import data_or_code
from hpfix.verifying.python_walk import python_walk
from hpfix.verifying.taken import written_end
from hpfix.verifying.walks import Differs, Step, behind, extent, require_comments, said
from hpfix.verifying.written import line_end

Steps = Sequence[Step]
Span = tuple[int, int]
LEADS = ("", " ", ": ")
"""What a value where none was written begins with."""


def check_value(edit: Edit, before: str, after: str) -> None:
    """Raise Differs unless the value of the key at the one place, and nothing else, was set."""
    (place,) = edit.places
    arguments = dict(edit.arguments)
    comment = arguments.get("comment")
    one, other = data_or_code(edit.path, before), data_or_code(edit.path, after)
    offset = offset_of(line_starts(before), place.line, place.column)
    is_code = edit.path.endswith((".py", ".ipynb"))
    spans = _in_code if is_code else _in_data
    for first, last, start, end in spans(edit, before, one.steps, offset):
        steps = _exchanged(edit, one.steps, first, last)
        if said(steps) == said(other.steps) and after in _texts(before, start, end, arguments):
            require_comments(one, other, added=() if comment is None else (f"# {comment}",))
            return
    raise Differs("more is set than the value")


def value_steps(path: str, source: str) -> Steps:
    """What the source of a value says, alone. Raises Differs where it is none."""
    match path.rpartition(".")[2]:
        case "py" | "ipynb":
            # Module, Expr and the value
            return python_walk(f"({source})").steps[2:-2]
        case "json":
            return json_walk(source).steps
        case "toml":
            return toml_walk(f"a = {source}").steps[2:-1]
    return yaml_walk(source).steps[2:-2]


def _exchanged(edit: Edit, steps: Steps, first: int, last: int) -> Steps:
    """The walk with the value put in place of some steps; its tag, anchor and role stay."""
    value = list(value_steps(edit.path, dict(edit.arguments)["value"]))
    was = steps[first]
    anchor, _, tag = was.mark.partition(" ")
    if was.mark and value:
        _, _, own = value[0].mark.partition(" ")
        value[0] = value[0]._replace(mark=f"{anchor} {own if tag == 'None' else tag}")
    value[0] = value[0]._replace(field=was.field)
    return [*steps[:first], *value, *steps[last:]]


def _in_data(
    edit: Edit, text: str, steps: Steps, offset: int
) -> Iterator[tuple[int, int, int, int]]:
    """The steps and the span of the value whose key stands at an offset."""
    key = dict(edit.arguments)["key"]
    for index, step in enumerate(steps[:-1]):
        is_key = step.kind == KEY or step.kind.startswith("scalar")
        if not is_key or step.value != key or not step.start <= offset < step.end:
            continue
        first = index + 1
        last = behind(steps, first)
        value = steps[first]
        if extent(steps, first, last) > value.start or value.end > value.start:
            start = _behind_properties(edit.path, text, value.start)
            yield first, last, start, written_end(text, steps, first, last)
            continue
        yield from ((first, last, at, at) for at in _empty_places(text, step.end))


def _behind_properties(path: str, text: str, start: int) -> int:
    """Where a value of YAML begins behind its anchor and its tag: `&a !!float 0.1`."""
    while path.endswith((".yaml", ".yml")) and text[start : start + 1] in ("&", "!"):
        while text[start : start + 1].strip():
            start += 1
        start += len(text[start:]) - len(text[start:].lstrip())
    return start


def _empty_places(text: str, key_end: int) -> Iterator[int]:
    """Where a value can be put in that is not written: behind the key, the colon, and one blank."""
    yield key_end
    rest = text[key_end : line_end(text, key_end)]
    if rest.lstrip(" \t").startswith(":"):
        colon = key_end + rest.index(":") + 1
        yield colon
        if text[colon : colon + 1] == " ":
            yield colon + 1


def _in_code(
    edit: Edit, text: str, steps: Steps, offset: int
) -> Iterator[tuple[int, int, int, int]]:
    """The steps and the span of each expression that may be the value of the key at an offset."""
    key = dict(edit.arguments)["key"]
    if not any(step.value == key and step.start <= offset < step.end for step in steps):
        return
    sign, limit = _value_range(text, offset + len(key))
    for first, step in enumerate(steps):
        if step.turn != 1 or not sign < step.start <= limit:
            continue
        start, end = step.start, step.end
        last = behind(steps, first)
        yield first, last, start, end
        while text[:start].rstrip().endswith("(") and text[end:].lstrip().startswith(")"):
            start, end = text.rindex("(", 0, start), text.index(")", end) + 1
            yield first, last, start, end


def _value_range(text: str, offset: int) -> Span:
    """Where the first sign behind a key stands, and how far its value can begin."""
    sign = min((at for each in "=:" if (at := text.find(each, offset)) >= 0), default=len(text))
    depth = 0
    for at in range(offset, len(text)):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if text[at] == "," and depth <= 0:
            return sign, at
    return sign, len(text)


def _texts(text: str, start: int, end: int, arguments: dict[str, str]) -> Iterator[str]:
    """The text with the value in a span, and with the comment at the end of its line."""
    for lead in LEADS if start == end else ("",):
        written = f"{text[:start]}{lead}{arguments['value']}"
        yield written + text[end:]
        if "comment" in arguments:
            behind_line = line_end(text, end)
            said_there = f"{text[end:behind_line]}  # {arguments['comment']}"
            yield written + said_there + text[behind_line:]
