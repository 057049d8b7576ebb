"""Findings about what tuners try: one for each file, name and fault, with all its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from hpfix.findings import Finding
from hpfix.index import Index
from hpfix.model import Place, Range, Tried
from hpfix.ranges import Fault


def faulty(
    index: Index, code: str, name: str, faults: Callable[[Range], Iterator[Fault]]
) -> Iterator[Finding]:
    """The findings of a rule that looks at each range by itself."""
    found: dict[tuple[str, str, Fault], list[Place]] = defaultdict(list)
    for each in index.tried:
        for fault in faults(each.range):
            found[each.place.path, called(each), fault].append(each.place)
    for (_, key, fault), places in found.items():
        said = f"`{key}`: {fault.said}"
        yield Finding(code, name, fault.severity, key, said, None, (), tuple(places))


def called(each: Tried) -> str:
    """The name that is tuned; where the call has none, what the function is called."""
    return each.key or each.range.distribution or "value"
