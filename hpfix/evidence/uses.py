"""Whether the missing key is used for what a declared key is called after."""

from __future__ import annotations

from keyword import iskeyword

from hpfix.evidence import words
from hpfix.evidence.surroundings import Spot, spot_of
from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Reference, Schema

KIND = "use"
ENDS = frozenset({",", ")", "]", "}", "\n", ";", ""})


def used_as(
    index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]
) -> dict[str, Evidence]:
    """The declared keys that say what the missing one is used for, wherever that has a name.

    `lr=hp.lr` says no more than the key does.
    """
    references = [each.reference for each in bound]
    into = (named_after(index, each) for each in references)
    named = [each for each in into if each is not None and words.words(each) != words.words(key)]
    classes = [_class_of(each) for each in references]
    found: dict[str, Evidence] = {}
    for declared in sorted(schema.keys):
        if words.veto(key, declared) is not None:
            continue
        if named and all(_says(declared, (name,)) for name in named):
            found[declared] = Evidence(KIND, f"its value goes into `{named[0]}`")
        elif all(name is not None and _says(declared, (name, key)) for name in classes):
            said = f"`class {classes[0]}` reads it: the words of both are those of `{declared}`"
            found[declared] = Evidence(KIND, said)
    return found


def _says(declared: str, names: tuple[str, ...]) -> bool:
    """Whether the words of some names together are those of the key, each needed."""
    own = set(words.words(declared)) - words.FILLERS
    parts = [set(words.words(each)) - words.FILLERS for each in names]
    is_needed = len(parts) == 1 or all(own - each for each in parts)
    return bool(own) and own == set().union(*parts) and is_needed


def named_after(index: Index, reference: Reference) -> str | None:
    """What the value goes into: `lr` of `Adam(lr=hp.x)`, `self.lr = hp.x` and `{"lr": hp.x}`."""
    path = reference.place.path
    text = index.texts.get(path, "") if path.endswith(".py") else ""
    spot = spot_of(text, reference.place) if text else None
    if spot is None or reference.mode != "read" or not _is_whole(spot):
        return None
    return _name_before(spot)


def taken_by(index: Index, reference: Reference) -> str | None:
    """`Prenet` of `Prenet(sizes, rate=hp.x)`: what is called with the value, by its last name."""
    path = reference.place.path
    text = index.texts.get(path, "") if path.endswith(".py") else ""
    spot = spot_of(text, reference.place) if text and reference.mode == "read" else None
    depth = 0
    before = () if spot is None else tuple(spot.before())
    for at, token in enumerate(before):
        depth += (token in ")]}") - (token in "([{")
        if depth < 0 or token == "\n":
            name = before[at + 1] if token == "(" and at + 1 < len(before) else ""
            return name if name.isidentifier() and not iskeyword(name) else None
    return None


def _is_whole(spot: Spot) -> bool:
    """Whether nothing more is made of the value: what `hp.dropout > 0` gives is another one."""
    behind = spot.texts[spot.at + 1 : spot.at + 4]
    if spot.texts[spot.at - 1 : spot.at] in (("[",), ("(",)):  # hp["dropout"]
        behind = behind[1:]
    return not behind or behind[0] in ENDS


def _name_before(spot: Spot) -> str | None:
    match tuple(spot.texts[max(spot.start - 2, 0) : spot.start]):
        case (name, "=") if name.isidentifier():
            return name
        case (name, ":") if name[0] in "\"'" and name[-1] == name[0]:
            return name.strip("\"'")
    return None


def _class_of(reference: Reference) -> str | None:
    """The class in whose code the reference stands."""
    _, _, inner = reference.receiver.scope.partition("::")
    parts = [each for each in inner.split(".") if each[:1].isupper()]
    return parts[-1] if parts else None
