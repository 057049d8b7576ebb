"""What readers find in one file, put together by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from hpfix.facts import (
    Addition,
    Alignment,
    Call,
    Contract,
    Facts,
    Flow,
    Inclusion,
    KeyedAccess,
    KeyedAddition,
    Launch,
    Loading,
    NameLiteral,
    Overwriting,
    Removal,
    Renaming,
    Scope,
    Search,
    Signature,
    Spread,
)
from hpfix.model import BlindSpot, Reference, Schema, Tried

Fact = (
    Schema | Reference | KeyedAccess | NameLiteral | Flow | Call | Addition | KeyedAddition
    | Inclusion | Contract | Signature | Spread | Removal | BlindSpot | Tried | Loading | Alignment
    | Overwriting | Renaming | Search | Launch
)  # fmt: skip


def facts_of(every: Iterable[Fact], scopes: tuple[Scope, ...]) -> Facts:
    """The facts of one file by kind, each kind in the order in which they were found."""
    found: dict[type, list[Fact]] = defaultdict(list)
    for each in every:
        found[type(each)].append(each)
    return Facts(
        schemas=told_apart(found[Schema]),  # type: ignore[arg-type]  # grouped by type
        references=tuple(found[Reference]),  # type: ignore[arg-type]
        keyed=tuple(found[KeyedAccess]),  # type: ignore[arg-type]
        names=tuple(found[NameLiteral]),  # type: ignore[arg-type]
        flows=tuple(found[Flow]),  # type: ignore[arg-type]
        calls=tuple(found[Call]),  # type: ignore[arg-type]
        additions=tuple(found[Addition]),  # type: ignore[arg-type]
        keyed_additions=tuple(found[KeyedAddition]),  # type: ignore[arg-type]
        inclusions=tuple(found[Inclusion]),  # type: ignore[arg-type]
        contracts=tuple(found[Contract]),  # type: ignore[arg-type]
        signatures=tuple(found[Signature]),  # type: ignore[arg-type]
        spreads=tuple(found[Spread]),  # type: ignore[arg-type]
        loadings=tuple(found[Loading]),  # type: ignore[arg-type]
        renamings=tuple(found[Renaming]),  # type: ignore[arg-type]
        removals=tuple(found[Removal]),  # type: ignore[arg-type]
        alignments=tuple(found[Alignment]),  # type: ignore[arg-type]
        overwritings=tuple(found[Overwriting]),  # type: ignore[arg-type]
        scopes=scopes,
        blind_spots=tuple(found[BlindSpot]),  # type: ignore[arg-type]
        tried=tuple(found[Tried]),  # type: ignore[arg-type]
        searches=tuple(found[Search]),  # type: ignore[arg-type]
        launches=tuple(found[Launch]),  # type: ignore[arg-type]
    )


def told_apart(schemas: Iterable[Schema]) -> tuple[Schema, ...]:
    """Schemas of one name in one file get numbers: `create`, `create 2`."""
    seen: dict[str, int] = defaultdict(int)
    named = []
    for schema in schemas:
        seen[schema.name] += 1
        count = seen[schema.name]
        named.append(schema if count == 1 else schema._replace(name=f"{schema.name} {count}"))
    return tuple(named)
