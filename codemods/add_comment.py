"""Say in a trailing comment that a line is meant: `# hpfix: ignore[HP001]`."""

from __future__ import annotations

from codemods.splices import Refused, Splice, line_starts

MARK = "# hpfix: ignore["


def add_comment(text: str, *, at: tuple[int, int], code: str) -> tuple[Splice, ...]:
    """Return the splice that adds the mark to the line of a place, or the code to its mark.

    Args:
        text: The text of a Python or YAML file.
        at: Line and column, both from 1; only the line counts.
        code: The rule to ignore there, such as `HP001`.

    Raises:
        Refused: The text has no such line, or the line is continued by a backslash.
    """
    starts = line_starts(text)
    if not 1 <= at[0] <= len(starts):
        raise Refused(f"there is no line {at[0]}")
    end = starts[at[0]] if at[0] < len(starts) else len(text)
    line = text[starts[at[0] - 1] : end].rstrip("\r\n")
    offset = starts[at[0] - 1] + len(line)
    if line.endswith("\\"):
        raise Refused(f"line {at[0]} is continued on the next: a comment cannot stand there")
    mark = line.find(MARK)
    if mark >= 0:
        close = starts[at[0] - 1] + line.index("]", mark)
        return (Splice(close, close, f", {code}"),)
    return (Splice(offset, offset, f"  {MARK}{code}]"),)
