"""Whether a name beside the missing one is known to be renamed: what the same step makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.evidence.history import heir_of, lost_keys
from hpfix.evidence.words import is_qualified, veto
from hpfix.findings import Confidence, Evidence
from hpfix.index import Index
from hpfix.model import Bound, Reference, Schema

KIND = "sibling"
NEAR = 2
"""So many lines away, a name still stands beside another."""


def renamed_alike(
    index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]
) -> tuple[str, Evidence] | None:
    """The declared key that the step of a neighbour makes of the missing one.

    `"attention_dropout", "decoder_dropout"`, and a comment or a commit says that the one is
    `p_attention_dropout` now: the other is `p_decoder_dropout`, if that is declared.
    """
    found: dict[str, Evidence] = {}
    for old, new in _known_renames(index, schema):
        # a `max_lr` that was `lr` says nothing of `len`: not every key gained a `max`
        to = None if is_qualified(old, new) else _stepped(old, new, key)
        if to is None or to not in schema.keys or old == key or veto(key, to) is not None:
            continue
        uses = [*index.uses_of(schema, old), *index.uses_of(schema, new)]
        if all(any(_is_beside(one.reference, each.reference) for one in uses) for each in bound):
            said = f"`{old}` beside it became `{new}`: the same step makes `{to}` of `{key}`"
            found.setdefault(to, Evidence(KIND, said))
    return found.popitem() if len(found) == 1 else None


def _known_renames(index: Index, schema: Schema) -> Iterator[tuple[str, str]]:
    """What the configuration, comments and commits say of the schema's keys, as old and new."""
    from hpfix.evidence import comments  # tokenize is for findings only

    yield from index.renames.items()
    text = index.texts.get(schema.place.path, "")
    for old in dict.fromkeys(claim.old for claim in comments.claims(text, schema)):
        told = comments.renamed(schema, text, old)
        if told is not None:
            yield old, told[0]
    for old in lost_keys(index.history, schema):
        heir = heir_of(index.history, schema, old)
        if heir is not None and heir.confidence >= Confidence.likely:
            yield old, heir.key


def _is_beside(one: Reference, other: Reference) -> bool:
    """Whether two names are looked up in one object, a line or two apart."""
    is_here = one.place.path == other.place.path and one.receiver == other.receiver
    return is_here and abs(one.place.line - other.place.line) <= NEAR


def _stepped(old: str, new: str, key: str) -> str | None:
    """What makes `new` of `old`, done to the key: words put before it or after it, taken away from
    there, or one word for another."""
    if new.endswith(f"_{old}"):
        return new.removesuffix(old) + key
    if new.startswith(f"{old}_"):
        return key + new.removeprefix(old)
    if old.endswith(f"_{new}"):
        gone = old.removesuffix(new)
        return key.removeprefix(gone) if key.startswith(gone) else None
    if old.startswith(f"{new}_"):
        gone = old.removeprefix(new)
        return key.removesuffix(gone) if key.endswith(gone) else None
    return _with_other_word(old.split("_"), new.split("_"), key.split("_"))


def _with_other_word(old: list[str], new: list[str], parts: list[str]) -> str | None:
    """`enc_dim` became `encoder_dim`: `enc_layers` is `encoder_layers`."""
    if len(old) != len(new):
        return None
    changed = [(here, there) for here, there in zip(old, new, strict=True) if here != there]
    if len(changed) != 1 or len(old) < 2 or parts.count(changed[0][0]) != 1:
        return None
    return "_".join(changed[0][1] if each == changed[0][0] else each for each in parts)
