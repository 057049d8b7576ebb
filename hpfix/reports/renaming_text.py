"""What `hpfix rename` says: how much is renamed, and what a person has to look at."""

from __future__ import annotations

from collections.abc import Sequence

from hpfix.doubts import Doubt
from hpfix.paint import Look
from hpfix.printable import printable
from hpfix.renaming import Renaming
from hpfix.reports.text import counted, place_text

MOST = 40


def doubt_lines(found: Sequence[Doubt], look: Look) -> list[str]:
    """The places that stay as they are, each with the reason."""
    if not found:
        return []
    lines = [f"not renamed, {counted(len(found), 'place')} to look at:"]
    for each in found[:MOST]:
        where = look.paint(place_text(each.place), "place")
        lines.append(f"  {where}: {printable(each.reason)}")
    more = len(found) - MOST
    return [*lines, f"  and {more} more"] if more > 0 else lines


def numbers(found: Renaming, names: Sequence[str]) -> str:
    """`lr` to `learning_rate` at 4 places in 2 files"""
    files = counted(len(found.after.changed_since(found.before)), "file")
    old, new = (printable(each) for each in names)
    return f"`{old}` to `{new}` at {counted(len(found.places), 'place')} in {files}"
