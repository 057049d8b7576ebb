"""The report for programs: places count from 1, columns in code points, ends are exclusive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from hpfix.findings import Finding, Fix
from hpfix.model import Place
from hpfix.tally import Item, Report
from hpfix.trail import Replacement
from hpfix.version import VERSION

SCHEMA_VERSION = 1
Json = None | bool | int | str | list["Json"] | Mapping[str, "Json"]
EditsOf = Callable[[Item, Fix], tuple[Replacement, ...]]


def render(report: Report, *, edits_of: EditsOf, statistics: bool = False) -> str:
    """The whole report as one JSON object; the same input gives the same bytes.

    `edits_of` gives the replacements that a fix makes in the files as they were read, or none.
    """
    return dump(content_of(report, edits_of=edits_of, statistics=statistics))


def content_of(report: Report, *, edits_of: EditsOf, statistics: bool = False) -> dict[str, Json]:
    """What a report says, before it is made a text."""
    shown = report.shown
    names = fingerprints(each.finding for each in shown)
    content: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "hpfix", "version": VERSION},
        "findings": [
            _finding(item, name, edits_of) for item, name in zip(shown, names, strict=True)
        ],
        "remarks": list(report.index.history.limits),
        "unread": [{"path": each.path, "reason": each.reason} for each in report.unread],
        "summary": _summary(report),
    }
    if statistics:
        codes = sorted({each.finding.code for each in shown})
        content["statistics"] = {
            code: sum(each.stands and each.finding.code == code for each in shown) for code in codes
        }
    return content


def dump(content: Json) -> str:
    """JSON in ASCII, so that no stream's encoding and no terminal can be in its way."""
    import json  # the other formats do without

    return json.dumps(content, indent=1) + "\n"


def _finding(item: Item, fingerprint: str, edits_of: EditsOf) -> Json:
    finding, chosen = item.finding, item.decision.chosen
    fixes = list(finding.fixes)
    if chosen is not None and chosen not in fixes:
        fixes.append(chosen)
    schema = finding.schema
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "key": finding.key,
        "message": finding.message,
        "schema": None
        if schema is None
        else {"name": schema.name, "path": schema.place.path, "line": schema.place.line},
        "places": [
            {**place_fields(place), "form": _form(finding, place)} for place in finding.places
        ],
        "fixes": [_fix(fix, edits_of(item, fix)) for fix in fixes],
        "status": item.status,
        "reason": item.decision.reason or None,
        "chosen": None if chosen is None else fixes.index(chosen),
        "fingerprint": fingerprint,
    }


def _fix(fix: Fix, edits: tuple[Replacement, ...]) -> Json:
    return {
        "action": fix.action,
        "to": fix.to,
        "value": fix.value,
        "title": fix.title,
        "confidence": fix.confidence.name,
        "evidence": [{"kind": each.kind, "text": each.text} for each in fix.evidence],
        "edits": [{**place_fields(each.place), "content": each.content} for each in edits],
    }


def place_fields(place: Place) -> dict[str, Json]:
    """A place as every report writes it."""
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _form(finding: Finding, place: Place) -> str:
    for each in finding.bound:
        if each.reference.place == place:
            return each.reference.form
    return "" if finding.schema is None else finding.schema.form


def _summary(report: Report) -> Json:
    return {
        "files": len(report.project.texts),
        "declared": report.declared,
        "errors": report.standing("error"),
        "warnings": report.standing("warning"),
        "notes": report.standing("note"),
        "applied": report.came_to("applied"),
    }


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A name for each finding that outlives moved lines: rule, path, scope and key, and a counter
    where these repeat."""
    import hashlib  # the other formats do without

    seen: dict[str, int] = {}
    names = []
    for finding in findings:
        words = "\0".join((finding.code, finding.places[0].path, _scope(finding), finding.key))
        seen[words] = seen.get(words, 0) + 1
        counted = words if seen[words] == 1 else f"{words}\0{seen[words]}"
        data = counted.encode("utf-8", "surrogateescape")
        names.append(hashlib.sha256(data).hexdigest()[:16])
    return names


def _scope(finding: Finding) -> str:
    """The function or class of the first place, or the schema's name."""
    if finding.bound:
        return finding.bound[0].reference.receiver.scope
    return "" if finding.schema is None else finding.schema.name
