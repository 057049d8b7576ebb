"""Say in a trailing comment that a line is meant: `# hpfix: ignore[HP001]`."""

from __future__ import annotations

from collections.abc import Iterator

from codemods.python_source import dump, parse
from codemods.splices import Place, Refused, Splice, line_starts, splice
from codemods.yaml_nodes import read

MARK = "# hpfix: ignore["
PARSED = ("py", "yaml", "yml")
SHELLS = ("sh", "bash", "zsh", "slurm", "sbatch")


def add_comment(text: str, *, at: Place, code: str, kind: str) -> tuple[Splice, ...]:
    """Return the splice that adds the mark to the line of a place, or the code to its mark.

    What stands behind the line already, a comment or blanks, stays before the mark.

    Args:
        text: The text of a Python or YAML file.
        at: Line and column, both from 1; only the line counts.
        code: The rule to ignore there, such as `HP001`.
        kind: `py`, `yaml`, `yml`, or what else a file's name ends with: a shell script's `sh`.

    Raises:
        Refused: The text has no such line, or no comment can stand at its end: within a string,
            before a continued line, in JSON.
    """
    if kind == "json":
        raise Refused("JSON has no comments; `per-file-ignores` in the configuration can say so")
    if kind not in (*SHELLS, *PARSED):
        raise Refused(
            "a comment would be shown; `per-file-ignores` in the configuration can say so"
        )
    starts = line_starts(text)
    if not 1 <= at[0] <= len(starts):
        raise Refused(f"there is no line {at[0]}")
    end = starts[at[0]] if at[0] < len(starts) else len(text)
    line = text[starts[at[0] - 1] : end].rstrip("\r\n")
    for each in _marks(starts[at[0] - 1], line, code):
        is_open = line.endswith("\\") if kind in SHELLS else False
        if not is_open and _says_the_same(text, splice(text, (each,)), kind):
            return (each,)
    raise Refused(f"line {at[0]} ends within a string, or goes on: a comment cannot stand there")


def _marks(start: int, line: str, code: str) -> Iterator[Splice]:
    """The code in the mark that is there, which may be part of a string, then a mark of its own."""
    mark = line.rfind(MARK)
    if mark >= 0 and (close := line.find("]", mark)) >= 0:
        yield Splice(start + close, start + close, f", {code}")
    yield Splice(start + len(line), start + len(line), f"  {MARK}{code}]")


def _says_the_same(before: str, after: str, kind: str) -> bool:
    """Whether a comment is all that was added."""
    try:
        if kind in SHELLS:
            return True
        if kind == "py":
            return dump(parse(before)) == dump(parse(after))
        return read(before) == read(after)
    except Refused:
        return False
