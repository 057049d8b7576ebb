"""Which findings are asked for: rules selected, files and lines that silence them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache

from hpfix.comment_tokens import comments_in, lines_joined_in
from hpfix.config import Configuration
from hpfix.findings import Finding
from hpfix.model import Place

# the text of a comment: "hpfix: ignore[HP001] reason", "hpfix: ignore-file[HP001, HP004]"
MARK = re.compile(r"#\s*hpfix:\s*(ignore(?:-file)?)\[([^\]]*)\]")
WHOLE_FILE = 0


def is_selected(finding: Finding, configuration: Configuration) -> bool:
    """Whether the finding's rule is asked for, in at least one of its files."""
    code = finding.code
    if configuration.select and not code.startswith(tuple(configuration.select)):
        return False
    if configuration.ignore and code.startswith(tuple(configuration.ignore)):
        return False
    return not all(_ignored_in(place.path, code, configuration) for place in finding.places)


def _ignored_in(path: str, code: str, configuration: Configuration) -> bool:
    return any(
        code.startswith(tuple(codes)) and fnmatchcase(path, pattern)
        for pattern, codes in configuration.per_file_ignores.items()
    )


def divide(
    findings: Iterable[Finding], texts: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stand and those that a comment silences at every place."""
    standing, silenced = [], []
    for finding in findings:
        places = tuple(
            place
            for place in finding.places
            if not _is_silenced(place, finding.code, texts.get(place.path, ""))
        )
        if places == finding.places:
            standing.append(finding)
        elif places:
            standing.append(_kept_to(finding, frozenset(places)))
        else:
            silenced.append(finding)
    return tuple(standing), tuple(silenced)


def _kept_to(finding: Finding, places: frozenset[Place]) -> Finding:
    """The finding, its references and its fixes at these places only."""
    silenced = frozenset(finding.places) - places
    fixes = tuple(
        fix._replace(
            edits=tuple(
                edit._replace(places=tuple(each for each in edit.places if each not in silenced))
                for edit in fix.edits
                if not silenced.issuperset(edit.places)
            )
        )
        for fix in finding.fixes
    )
    return finding._replace(
        bound=tuple(each for each in finding.bound if each.reference.place in places),
        places=tuple(each for each in finding.places if each in places),
        fixes=fixes,
    )


def _is_silenced(place: Place, code: str, text: str) -> bool:
    marks = suppressions(place.path, text)
    return code in marks.get(place.line, ()) or code in marks.get(WHOLE_FILE, ())


@lru_cache(maxsize=8192)
def suppressions(path: str, text: str) -> Mapping[int, frozenset[str]]:
    """The codes that each line silences; line 0 stands for the whole file."""
    found: dict[int, frozenset[str]] = {}
    if "hpfix:" not in text:
        return found
    is_python = path.endswith(".py")
    comments = _python_comments(text) if is_python else _lines(text)
    for number, line in comments:
        for kind, codes in MARK.findall(line):
            where = WHOLE_FILE if kind == "ignore-file" else number
            named = frozenset(code.strip() for code in codes.split(","))
            found[where] = found.get(where, frozenset()) | named
    for first, last in reversed(lines_joined_in(path, text)):
        for number in range(first, last):
            found[number] = found.get(number, frozenset()) | found.get(last, frozenset())
    return found


def _python_comments(text: str) -> Iterator[tuple[int, str]]:
    return ((line, comment) for line, _, comment in comments_in(text))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)
