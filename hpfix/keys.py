"""The keys of the prompt, after `git add -p`: what each means and when it makes sense."""

from __future__ import annotations

from collections.abc import Sequence

from hpfix.findings import Finding
from hpfix.fixes import is_other_name
from hpfix.printable import wrapped

MEANINGS = {
    "y": "apply the first candidate",
    "1-9": "apply the candidate of that number",
    "o": "rename to another declared name",
    "e": "type the new name, or the value to insert",
    "m": "as y, and remember the rename in the configuration (m2, mo, me: as 2, o, e)",
    "n": "leave this finding as it is",
    "p": "decide each place separately; of a key that became several, which of them",
    "a": "apply this one and, in the rest of this file, all that are safe or likely",
    "d": "leave this one and the rest of this file",
    "A": "apply this one and all of this rule that are safe or likely, everywhere",
    "i": "ignore for good: write a comment that says so",
    "u": "take the last answer back",
    "D": "show the whole diff so far",
    "q": "stop, and write what was accepted",
    "?": "this help",
}
MOST = 9


def keys_for(finding: Finding, *, can_take_back: bool) -> tuple[str, ...]:
    """The keys that make sense for a finding, in the order of MEANINGS."""
    count = min(len(finding.fixes), MOST)
    has_name = bool(finding.bound) and finding.schema is not None
    first = finding.fixes[0] if count else None
    is_rename = first is not None and first.action == "rename"
    told = {place for each in first.edits for place in each.places} if first else set()
    is_apart = is_rename and (told == set(finding.places) or bool(first and first.choices))
    sense = {
        "y": count > 0,
        "1-9": count > 1,
        "o": has_name,
        "e": has_name,
        "m": first is not None and is_other_name(first),
        "p": is_apart and len(finding.bound) > 1,
        "a": count > 0,
        "A": count > 0,
        "u": can_take_back,
    }
    kept = (key for key in MEANINGS if sense.get(key, True))
    return tuple(f"1-{count}" if key == "1-9" else key for key in kept)


def is_key(text: str, keys: Sequence[str], finding: Finding) -> bool:
    """Whether what was typed is one of the keys."""
    if text.startswith("m") and "m" in keys and text != "m":
        return text[1:] in ("o", "e") or (text[1:].isdecimal() and is_key(text[1:], keys, finding))
    if text.isdecimal():
        return 1 <= int(text) <= min(len(finding.fixes), MOST)
    return text in keys


def help_lines(keys: Sequence[str], width: int) -> list[str]:
    """One line or more for each key."""
    lines: list[str] = []
    for key in keys:
        meaning = MEANINGS.get(key, MEANINGS["1-9"])
        lines += wrapped(meaning, width, first=f"  {key:<4}", rest="      ")
    return lines
