"""The clauses of a `name=value,name=[value,value]` string, with the offset of each name."""

from __future__ import annotations

import re
from typing import NamedTuple

# tensor2tensor's PARAM_RE (tensor2tensor/utils/hparam.py): a name, an optional index, `=`,
# then a scalar without comma or bracket, or a bracketed list; dialects 1.1 has the grammar.
CLAUSE = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9_.]*)(?P<index>\[\s*\d+\s*\])?\s*=\s*"
    r"(?P<value>\[[^\]]*\]|[^,\[]*)(?:,\s*|$)"
)


class Clause(NamedTuple):
    """One `name=value`; its name is at `start`, and all of it is so long."""

    name: str
    value: str
    start: int
    length: int


def clauses(text: str) -> tuple[Clause, ...] | None:
    """The clauses in order, or None when the string is not such a list as a whole."""
    found, offset = [], 0
    while offset < len(text):
        match = CLAUSE.match(text, offset)
        if match is None:
            return None
        found.append(
            Clause(match["name"], match["value"].strip(), match.start("name"), len(match[0]))
        )
        offset = match.end()
    return tuple(found)
