"""The tables of `hpfix params` for programs."""

from __future__ import annotations

from collections.abc import Sequence

from hpfix.model import Value
from hpfix.parameters import Parameter, Tuned
from hpfix.reports.json import SCHEMA_VERSION, Json, dump, place_fields
from hpfix.version import VERSION


def render(parameters: Sequence[Parameter], entries: Sequence[Tuned] | None) -> str:
    """One JSON object; `tuned` is there when it was asked for."""
    content: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "hpfix", "version": VERSION},
        "parameters": [_parameter(each) for each in parameters],
    }
    summary: dict[str, Json] = {"declared": len(parameters)}
    if entries is not None:
        content["tuned"] = [_tuned(each) for each in entries]
        summary["tuned"] = len(entries)
        summary["accepted"] = sum(each.accepted is True for each in entries)
    content["summary"] = summary
    return dump(content)


def _parameter(parameter: Parameter) -> Json:
    declaration = parameter.declaration
    return {
        "name": declaration.key,
        "type": str(parameter.kind),
        "default": _source(declaration.value),
        "schema": parameter.schema.name,
        "declared": place_fields(declaration.place),
        "references": [place_fields(each) for each in parameter.used],
    }


def _tuned(entry: Tuned) -> Json:
    return {
        "name": entry.reference.key,
        "place": place_fields(entry.reference.place),
        "type": entry.range.type,
        "low": _source(entry.range.low),
        "high": _source(entry.range.high),
        "choices": [each.source for each in entry.range.choices],
        "default": _source(entry.range.default),
        "accepted": entry.accepted,
        "reason": entry.reason or None,
    }


def _source(value: Value | None) -> str | None:
    return None if value is None else value.source
