"""Spells a number of a YAML text in another way.

Returns splices of the text as it stands, and has read what they make of it. Places are lines and
columns from 1, in code points.
"""

from __future__ import annotations

from dataclasses import replace

from codemods.names import shown
from codemods.splices import Place, Refused, Splice, offset_at, place_name, splice
from codemods.yaml_nodes import exchanged, read
from codemods.yaml_places import scalar_at


def respell(text: str, *, at: Place, old: str, new: str) -> tuple[Splice, ...]:
    """Return the splice that writes `new` for the plain number `old` at a place.

    Refused when anything else stands there, and when the two are not the same number.
    """
    if not _is_same(old, new):
        raise Refused(f"{shown(new)} is not the number {shown(old)}")
    documents = read(text)
    offset = offset_at(text, *at)
    scalar = scalar_at(text, documents, offset, old)
    if scalar.style or scalar.value != old or scalar.tag is not None:
        raise Refused(f"more than the number `{old}` stands at {place_name(text, offset)}")
    splices = (Splice(offset, offset + len(old), new),)
    if read(splice(text, splices)) != exchanged(documents, scalar, replace(scalar, value=new)):
        raise Refused(f"the edit of `{old}` would change something else as well")
    return splices


def _is_same(old: str, new: str) -> bool:
    try:
        return float(old) == float(new)
    except ValueError:
        return False
