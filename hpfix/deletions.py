"""How a dead reference is taken away: where it can go, and what goes along with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from hpfix.comment_tokens import comments_of_item
from hpfix.findings import Confidence, Edit, Evidence, Fix
from hpfix.model import Bound, Place, Reference
from hpfix.positions import line_starts, line_text

LISTED = frozenset({"name list", "dict key", "override string"})
IN_FILES = frozenset({"YAML key", "search space"})
REMOVALS = {
    ".py": "remove_reference",
    ".yaml": "yaml_remove_key",
    ".yml": "yaml_remove_key",
    ".json": "json_remove_key",
    ".toml": "toml_remove_key",
}
"""What removes a key from a file, by how its name ends; of others, nothing is taken away."""
GIVEN = frozenset({"override", "write"})
"""A keyword that gives a value; one that stands for a parameter is read."""


def deletion(
    texts: Mapping[str, str],
    key: str,
    bound: Sequence[Bound],
    evidence: tuple[Evidence, ...] = (),
) -> tuple[Fix, ...]:
    """Remove a key wherever it is only mentioned; nothing but a person's answer ever does so.

    Nothing is offered where every reference is code that needs a value.
    """
    mentions = [each.reference for each in bound if _is_mention(each.reference)]
    if not mentions:
        return ()
    places: dict[str, list[Place]] = defaultdict(list)
    for each in mentions:
        places[each.place.path].append(each.place)
    edits = tuple(
        Edit(path, _removal(path), tuple(places[path]), (("key", key),)) for path in sorted(places)
    )
    noun = "references" if len(mentions) > 1 else "reference"
    title = f"remove the {noun} to `{key}`{at_places(len(mentions), len(bound))}"
    along = [said for each in mentions for said in _goes_along(texts[each.place.path], each)]
    if along:
        title += f" with {_listed(along)}"
    return (Fix("delete", title, Confidence.unsure, evidence, edits, is_by_hand=True),)


def at_places(some: int, every: int) -> str:
    """` at 3 of 4 places`, ` at 2 places`; nothing where there is only one."""
    if some < every:
        return f" at {some} of {every} places"
    return f" at {some} places" if some > 1 else ""


def _is_mention(reference: Reference) -> bool:
    """Whether the name stands for itself: in a list, as a key with its value, in a string."""
    if not reference.place.path.endswith(tuple(REMOVALS)):
        return False
    if not reference.place.path.endswith(".py"):
        return reference.form in IN_FILES
    is_given = reference.form == "keyword" and reference.mode in GIVEN
    return reference.form in LISTED or is_given


def _removal(path: str) -> str:
    return next(codemod for suffix, codemod in REMOVALS.items() if path.endswith(suffix))


def _goes_along(text: str, reference: Reference) -> Iterator[str]:
    """What a reader may miss afterwards: a block of values, the comments behind them."""
    place = reference.place
    if place.path.endswith(".py"):
        found = comments_of_item(text, place.line, place.column)
    else:
        lines = _block(text, place)
        yield from ["its block"] if len(lines) > 1 else []
        found = [each for each in map(_comment_in, lines) if each]
    yield from (f"`{each}`" for each in found)


def _listed(along: Sequence[str]) -> str:
    names = list(dict.fromkeys(along))
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} more"


def _block(text: str, place: Place) -> list[str]:
    """The lines of a key of a block mapping: its own from the key on, and those indented deeper."""
    starts = line_starts(text)
    first = line_text(text, starts, place.line)
    if first[: place.column - 1].strip(" -"):
        return []
    lines = [first[place.column - 1 :]]
    for number in range(place.line + 1, len(starts) + 1):
        line = line_text(text, starts, number)
        depth = len(line) - len(line.lstrip(" "))
        is_item = depth == place.column - 1 and line[depth : depth + 2] in ("-", "- ")
        if line.strip() and depth < place.column and not is_item:
            break
        lines.append(line)
    while not lines[-1].strip():
        lines.pop()
    return lines


def _comment_in(line: str) -> str:
    """`# of Adam` at the end of `lr: 0.1  # of Adam`; what is quoted is no comment."""
    quote = ""
    for at, each in enumerate(line):
        if quote:
            quote = "" if each == quote else quote
        elif each in "'\"" and line[at - 1 : at] in ("", " ", "[", "{", ","):
            quote = each
        elif each == "#" and (at == 0 or line[at - 1] in " \t"):
            return line[at:].rstrip()
    return ""
