"""What a name may be where it is written, and where it stands alone in a longer text."""

from __future__ import annotations

from itertools import count
from keyword import iskeyword

from codemods.splices import Refused


def unused_name(text: str) -> str:
    """Return an identifier that occurs nowhere in the text.

    Spliced in first, it marks in the parsed result exactly what the real name will reach.
    """
    return next(name for number in count() if (name := f"marked_{number}") not in text)


def shown(code: str) -> str:
    """Return a piece of source as a message can show it: on one line, not too long."""
    line = " ".join(code.split())
    return f"`{line if len(line) <= 60 else line[:59] + '…'}`"


def check_identifier(name: str) -> None:
    """Refuse what cannot be an attribute, a keyword argument or a variable."""
    if not name.isidentifier() or iskeyword(name):
        raise Refused(f"{shown(name)} is not an identifier")


def check_quotable(name: str, *, in_f_string: bool = False) -> None:
    """Refuse what would have to be escaped between quotes, or as part of an f-string."""
    forbidden = "'\"\\{}" if in_f_string else "'\"\\"
    if not name or not name.isprintable() or any(each in forbidden for each in name):
        raise Refused(f"{shown(name)} would have to be escaped")


def check_comment(comment: str | None) -> None:
    """Refuse a comment of more than one line."""
    if comment is not None and not comment.replace("\t", " ").isprintable():
        raise Refused(f"the comment {shown(comment)} does not fit on one line")


def stands_alone(value: str, name: str) -> bool:
    """True when no occurrence of `name` touches another character of an identifier."""
    pieces = value.split(name)
    return (
        "" not in pieces[1:-1]
        and not any(_continues(before[-1:]) for before in pieces[:-1])
        and not any(_continues(after[:1]) for after in pieces[1:])
    )


def is_apart(text: str, start: int, end: int) -> bool:
    """True when the name at `start:end` touches no other character of an identifier."""
    return not _continues(text[start - 1 : start]) and not _continues(text[end : end + 1])


def _continues(character: str) -> bool:
    return character != "" and f"a{character}".isidentifier()
