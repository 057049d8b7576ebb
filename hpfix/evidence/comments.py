"""Comments in the declaration file that say which name a key had before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from hpfix.comment_tokens import comments_in
from hpfix.evidence.words import adds_qualifier, likeness, veto, words
from hpfix.findings import Evidence
from hpfix.model import Schema

NAME = r"`?([A-Za-z_][\w./-]*\w)`?"
# "renamed from x", "(old name: x)", "переименовано из x" anywhere in the comment of a declaration
SAYS = re.compile(
    r"(?:\brenamed from|\bold name:?|\bпереименован[оаы]? из|\bстарое имя:?)\s+"
    + NAME
    + r"(?!\s*[-+*/%=<>(\[|&^@])",
    re.IGNORECASE,
)
# "was x" where the comment begins, and kin anywhere, may tell of a value: the name ends the claim,
# which `previously max_steps // 10` and `was grad_norm, now computed by the trainer` do not
HINTS = re.compile(
    r"(?:#\s*\(?\s*(?:was|ранее|было)|\bformerly|\bpreviously|\bused to be|\bwas called|\bold:"
    r"|\bбывш\w+)\s+" + NAME,
    re.IGNORECASE,
)
ENDS = re.compile(r"\s*(?:$|\)|,?\s*renamed\b|[;.](?!\s*(?:it|now|is|теперь)\b))", re.IGNORECASE)
# "new_name (as old_name)", "a/b/c (как x/y)" anywhere in the file
BESIDE = re.compile(
    NAME + r"\s*\(\s*(as|was|formerly|old:?|как|ранее|было|бывш\w+)\s+" + NAME + r"\s*\)",
    re.IGNORECASE,
)
# "x was split into new_name and other_name", "x разделён на a и b" anywhere in the file
SPLIT = re.compile(
    NAME + r"\s+(?:(?:is|was|has been)\s+)?(?:split|divided|separated|разделен[оаы]?|разбит[оаы]?)"
    r"\s+(?:up\s+)?(?:into|на)\s+" + NAME + r"((?:\s*(?:,|&|\band\b|\bи\b)+\s*" + NAME + r")+)",
    re.IGNORECASE,
)
LIKENING = frozenset({"as", "как"})
DENIED = re.compile(r"\b(?:not|never|no longer|isn't|не|нет)\b", re.IGNORECASE)
AKIN = 0.5
"""A comparison in brackets is a renaming only between names that share most of their words."""


class Renaming(NamedTuple):
    """A comment's claim: one of `new` took the place of `old`."""

    new: tuple[str, ...]
    old: str
    line: int
    sentence: str


def renamed(schema: Schema, text: str, key: str) -> tuple[str, Evidence] | None:
    """The declared key that a comment gives as the present name of `key`, with the comment.

    Where the comment lists several names, the one that no veto forbids and that has none of
    another's words is meant; two that remain decide nothing.
    """
    found: dict[str, str] = {}
    for claim in claims(text, schema):
        if claim.old == key:
            left = _meant(claim.new, key, schema)
            if len(left) != 1:
                return None
            found.setdefault(left[0], claim.sentence)
    if len(found) != 1:
        return None
    name, sentence = found.popitem()
    return name, Evidence("comment", f"a comment in {schema.place.path} says `{sentence}`")


def parts_of(schema: Schema, text: str, key: str) -> tuple[tuple[str, ...], Evidence] | None:
    """The declared keys that comments say one was split into, with one of the comments.

    `encoder_dropout=0.1,  # was dropout` twice, for an encoder and a decoder, says so as well.
    """
    if key not in text:
        return None
    said: list[tuple[str, str]] = []
    for _, _, comment in comments_in(text):
        found = None if DENIED.search(comment) else SPLIT.search(comment.replace("ё", "е"))
        if found is not None and found[1] == key:
            names = (found[2], *(each[1] for each in re.finditer(NAME, found[3])))
            said += ((name, comment.lstrip("# ").strip()) for name in names)
    for claim in claims(text, schema):
        if claim.old == key:
            said += ((name, claim.sentence) for name in claim.new)
    declared = {name: sentence for name, sentence in reversed(said) if name in schema.keys}
    if len(declared) < 2 or not all(set(words(key)) < set(words(name)) for name in declared):
        return None
    names = tuple(each for each in dict.fromkeys(name for name, _ in said) if each in declared)
    sentence = declared[names[0]]
    return names, Evidence("comment", f"a comment in {schema.place.path} says `{sentence}`")


def spelled_out(schema: Schema, text: str, key: str) -> tuple[str, Evidence] | None:
    """The declared key whose comment begins with the words of `key`: `B = 16  # batch size`.

    Of two such keys, neither is meant.
    """
    wanted = words(key)
    found = [
        (declared, Evidence("comment", f"`{declared}` is declared with the comment `{sentence}`"))
        for declared, sentence in _beside(text, schema)
        if words(_first_phrase(sentence)) == wanted and veto(key, declared) is None
    ]
    return found[0] if len(found) == 1 and len(wanted) > 1 else None


@lru_cache(maxsize=64)
def _beside(text: str, schema: Schema) -> tuple[tuple[str, str], ...]:
    """The declared keys that have a line and a comment for themselves."""
    on_line: dict[int, set[str]] = {}
    for each in schema.declarations:
        if each.place.path == schema.place.path:
            on_line.setdefault(each.place.line, set()).add(each.key)
    return tuple(
        (next(iter(on_line[line])), comment.lstrip("# ").strip())
        for line, _, comment in comments_in(text)
        if len(on_line.get(line, ())) == 1
    )


def _first_phrase(sentence: str) -> str:
    """The words before anything but letters, digits and spaces stands."""
    end = next(
        (at for at, each in enumerate(sentence) if not (each.isalnum() or each in " _-")), None
    )
    return sentence[:end].strip().lower().replace(" ", "_")


def _meant(names: Iterable[str], key: str, schema: Schema) -> list[str]:
    left = [name for name in names if name in schema.keys and veto(name, key) is None]
    best = max((likeness(name, key) for name in left), default=0.0)
    return [name for name in left if likeness(name, key) == best]


@lru_cache(maxsize=64)
def claims(text: str, schema: Schema) -> tuple[Renaming, ...]:
    """Every claim of the file's comments about the keys of one schema."""
    declared_on = {each.place.line: each.key for each in schema.declarations}
    found: list[Renaming] = []
    for line, _, comment in comments_in(text):
        sentence = comment.lstrip("# ").strip()
        key = declared_on.get(line)
        if DENIED.search(comment):
            continue
        said = _said(comment)
        if key is not None and said is not None:
            found += (Renaming((key,), old, line, sentence) for old in _alternatives(said))
        for match in BESIDE.finditer(comment):
            new = tuple(match[1].split("/"))
            for old in _alternatives(match[3]):
                if any(_is_beside(name, old, match[2].lower()) for name in new):
                    found.append(Renaming(new, old, line, sentence))
    return tuple(found)


def _said(comment: str) -> str | None:
    """The name that the comment of a declaration gives as the one before; of several hints, each
    must be one."""
    match = SAYS.search(comment)
    if match is not None:
        return match[1]
    hinted = list(HINTS.finditer(comment))
    is_name = all(ENDS.match(comment, each.end()) for each in hinted)
    return hinted[0][1] if hinted and is_name else None


def _is_beside(name: str, old: str, word: str) -> bool:
    """`lr (as learning_rate)`; a `min_lr (as lr)` is compared with the other, no more."""
    is_compared = word in LIKENING and adds_qualifier(old, name)
    return likeness(name, old) >= AKIN and not is_compared


def _alternatives(names: str) -> Iterator[str]:
    """`prenet/postnet_dropout` is `prenet_dropout` and `postnet_dropout`."""
    parts = names.split("/")
    last = parts[-1]
    yield last
    for part in parts[:-1]:
        yield part
        if len(words(part)) < len(words(last)) and "_" in last:
            yield f"{part}_{last.split('_', 1)[1]}"
