"""What a stream can show: how wide it is, and whether in colour."""

from __future__ import annotations

from typing import NamedTuple

# SGR parameters, ECMA-48 section 8.3.117
STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "place": "1",
    "name": "1",
    "mark": "31",
    "fix": "32",
    "faint": "2",
    "added": "32",
    "removed": "31",
    "hunk": "36",
}


class Look(NamedTuple):
    """The width of a stream in columns, and whether it shows colour."""

    width: int = 100
    colour: bool = False

    def paint(self, text: str, style: str) -> str:
        """The text in one of STYLES or plain, where the stream shows colour."""
        if not self.colour or not text or style == "plain":
            return text
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m"
