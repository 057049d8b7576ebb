"""A key that stands deeper than a command says: `model.lr=0.1` for `model.optimizer.lr`."""

from __future__ import annotations

from hpfix import fixes
from hpfix.command_lines import COMMAND_LINE
from hpfix.findings import Confidence, Evidence, Fix
from hpfix.gaps import Gap
from hpfix.index import Index
from hpfix.model import Schema
from hpfix.spelling import is_option


def deeper(index: Index, gap: Gap) -> tuple[Fix, ...]:
    """The rename to the only mapping inside of the one that is meant which has the key.

    Whether it is the same thing there is not known: it is never chosen.
    """
    references = [each.reference for each in gap.bound]
    places = [each.place for each in references]
    is_overridden = all(each.form == COMMAND_LINE for each in references) and not any(
        is_option(index.texts[each.path], each) for each in places
    )
    found = [each for each in index.schemas if _is_inside(each, gap)] if is_overridden else []
    if len(found) != 1:
        return ()
    steps = found[0].holder.steps[len(gap.schema.holder.steps) :]
    inner = ".".join(each[1:-1] for each in steps)
    place = found[0].place
    evidence = Evidence("sibling", f"{place.path}:{place.line} has `{gap.key}` in `{inner}`")
    return (
        fixes.rename(
            index.texts,
            gap.key,
            f"{inner}.{gap.key}",
            gap.bound,
            confidence=Confidence.unsure,
            evidence=(evidence,),
        ),
    )


def _is_inside(schema: Schema, gap: Gap) -> bool:
    """Whether a schema is a mapping within that of the gap, in the same file, and has the key."""
    scope, steps = gap.schema.holder
    own = schema.holder
    return (
        schema.form == gap.schema.form == "config file"
        and own.scope == scope
        and len(own.steps) > len(steps)
        and own.steps[: len(steps)] == steps
        and gap.key in schema.keys
    )
