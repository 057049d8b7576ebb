"""Why a declared key that sounds like the missing one is not it: opposites, digits, its type."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.evidence import values, words
from hpfix.evidence.likeness import LISTED, likeness
from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Schema


def ruled_out(
    index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]
) -> tuple[Evidence, ...]:
    """What forbids the nearest declared key, where nothing else is left to choose."""
    references = [each.reference for each in bound]
    alike = {each.key: each for each in schema.declarations if likeness(key, each.key) >= LISTED}
    unfit = {name: values.disagreement(references, each) for name, each in alike.items()}
    if any(each is None for each in unfit.values()):
        return ()
    if unfit:
        name = max(sorted(unfit), key=lambda each: likeness(key, each))
        return (Evidence("type", f"no rename: {unfit[name]}"),)
    found = sorted(_forbidden(schema, key))
    return (Evidence("veto", found[0][1]),) if found else ()


def _forbidden(schema: Schema, key: str) -> Iterator[tuple[float, str]]:
    """The declared keys that share half of their words with the key, under a veto, the share
    first, less than nothing: the nearest sorts first."""
    for name in sorted(schema.keys):
        reason = words.veto(key, name)
        share = words.share(key, name)
        if reason is not None and share >= LISTED:
            yield -share, f"no rename to `{name}`: {reason}"
