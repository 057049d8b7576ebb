"""One entry taken away: a key with its value, an argument, an item, a statement, a clause.

The walk of what is left is that of before without the steps of the entry, and the text is that of
before without one piece: the entry, blanks and a comma at its sides, the comments that go with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hpfix.model import Edit
from hpfix.positions import line_starts, offset_of
from hpfix.verifying.clauses import require_clause_gone
from hpfix.verifying.kinds import data_or_code
from hpfix.verifying.walks import Differs, Step, around, behind, extent, require_comments, said
from hpfix.verifying.written import alike, line_end, line_start, pieces

BLANKS = " \t\r\n"
BEFORE = {"py": ",(", "ipynb": ",(", "toml": ",[", "json": ","}
BEHIND = {"py": ",)", "ipynb": ",)", "toml": ",]={}", "json": ","}
OF_YAML = (",?", ",:")
COMMENTS = ("#", "//", "/*")
EMPTY = (" {}", "{}")
"""What is left of a mapping of YAML of which the only entry goes."""


def check_removal(edit: Edit, before: str, after: str) -> None:
    """Raise Differs unless what the edit names at its one place is gone, and nothing else."""
    (place,) = edit.places
    key = dict(edit.arguments)["key"]
    one, other = data_or_code(edit.path, before), data_or_code(edit.path, after)
    offset = offset_of(line_starts(before), place.line, place.column)
    for first, last in _entries_at(one.steps, offset, key):
        if _is_without(one.steps, other.steps, first, last):
            start, end = one.steps[first].start, extent(one.steps, first, last)
            gone = _gone(edit.path, before, after, (start, end))
            if gone is None:
                raise Differs("more goes than the entry")
            require_comments(one, other, gone=gone)
            return
    require_clause_gone(one, other, (before, after), offset, key)


def _entries_at(steps: Sequence[Step], offset: int, key: str) -> Iterator[tuple[int, int]]:
    """The entries that begin at an offset, each as its first step and the one behind it."""
    for index, step in enumerate(steps):
        # &anchor key: a key may begin behind its anchor and its tag
        is_scalar = step.kind.startswith("scalar")
        is_here = step.start == offset or (is_scalar and step.start < offset < step.end)
        if not is_here or step.turn < 0:
            continue
        last = behind(steps, index)
        if step.kind == "key" or is_scalar:
            last = behind(steps, last)
        if any(each.value == key for each in steps[index : min(index + 5, last)]):
            yield index, last


def _is_without(one: Sequence[Step], other: Sequence[Step], first: int, last: int) -> bool:
    """Whether the second walk is the first without some steps; a block mapping may become `{}`."""
    left = [*one[:first], *one[last:]]
    if len(left) != len(other):
        return False
    outer = around(one, first)
    if outer is None or (outer + 1, last + 1) != (first, behind(one, outer)):
        return said(left) == said(other)
    if one[outer].kind == "mapping" and other[outer].value == "flow":
        left[outer] = left[outer]._replace(value="flow")
    return said(left) == said(other)


def _gone(path: str, before: str, after: str, span: tuple[int, int]) -> str | None:
    """The piece that went; None where it is more than the entry and what belongs to it."""
    kind = path.rpartition(".")[2]
    line = before[line_start(before, span[0]) : span[0]]
    is_own_line = not line.strip(f"{BLANKS}?") and _ends_line(before, span[1])
    for less in _lesser(before, after):
        for at, piece in pieces(less, before):
            if not at <= span[0] < at + len(piece):
                continue
            head, tail = piece[: span[0] - at], piece[max(span[1] - at, 0) :]
            most = _breaks_allowed(before, span, at + len(piece)) if is_own_line else len(piece)
            is_all = _is_head(kind, head) and _is_tail(kind, tail, len(line))
            if is_all and _breaks(head, tail) <= most:
                return piece
    if kind == "toml" and after in _emptied(before, span):
        return before[span[0] : line_end(before, span[1])]
    return None


def _ends_line(text: str, offset: int) -> bool:
    """Whether at most a comma and a comment stand behind an entry on its line."""
    rest = text[offset : line_end(text, offset)].strip(" \t,:")
    return not rest or rest.startswith(COMMENTS) or text[offset - 1] in "\r\n"


def _breaks_allowed(before: str, span: tuple[int, int], behind: int) -> int:
    """How many line breaks go with an entry that begins its line: its own, which the last line of a
    block scalar is told with, however much of it the piece leaves."""
    if before[span[1] - 1] in "\r\n":
        return before.count("\n", behind, span[1])
    return 1


def _breaks(head: str, tail: str) -> int:
    """How many line breaks go with an entry, those before its last comment left out."""
    return head.count("\n") + tail[tail.rfind("#") + 1 :].count("\n")


def _lesser(before: str, after: str) -> Iterator[str]:
    """What is left, as it is, and without what the rest of a bracket needs: its comma, `{}`."""
    yield after
    same, same_behind = alike(before, after)
    if before.startswith(",", same):  # the comma of the item before, which is the last now
        yield f"{after[:same]},{after[same:]}"
    comma = len(after) - same_behind - 1
    if after[comma : comma + 1] == ",":  # ("a",)
        yield after[:comma] + after[comma + 1 :]
    for at in (same, same - 1, same - 2):
        for empty in EMPTY:
            if at >= 0 and after.startswith(empty, at):
                yield after[:at] + after[at + len(empty) :]


def _is_head(kind: str, head: str) -> bool:
    """Whether only blanks and a comma stand there, or the rest of a dotted key of TOML."""
    rest = head.strip(BLANKS + BEFORE.get(kind, OF_YAML[0]))
    is_dotted = kind == "toml" and rest.rstrip(BLANKS).endswith(".")
    return not rest or (is_dotted and "\n" not in rest and not any(e in rest for e in "#="))


def _is_tail(kind: str, tail: str, column: int) -> bool:
    """Whether what goes behind an entry belongs to it: a comma, and the comment of its line; in
    YAML also those below that are indented deeper."""
    first, *below = tail.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    behind_entry = first.strip(BLANKS + BEHIND.get(kind, OF_YAML[1]))
    if behind_entry and not behind_entry.startswith(COMMENTS):
        return False
    for line in below:
        bare = line.lstrip(" ")
        is_own = kind in ("yaml", "yml") and bare[:1] == "#" and len(line) - len(bare) > column
        if bare.strip() and not is_own:
            return False
    return True


def _emptied(before: str, span: tuple[int, int]) -> Iterator[str]:
    """The text with what spells the table around a key of TOML left, empty: `[a]`, `a = {}`."""
    start = line_start(before, span[0])
    above = before[start : span[0]].rstrip().removesuffix(".").rstrip()
    end = line_end(before, span[1])
    if above.startswith("["):
        yield f"{before[:start]}[{above.lstrip('[')}]{before[end:]}"
        return
    yield f"{before[:start]}{above} = {{}}{before[end:]}"
    yield f"{before[:start]}{above} = {{}}{before[span[1] :]}"
