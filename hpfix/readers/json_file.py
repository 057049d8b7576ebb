"""A JSON file: what is a configuration in it declares keys."""

from __future__ import annotations

from hpfix.documents import Document
from hpfix.facts import Facts
from hpfix.model import BlindSpot, Expression, Place
from hpfix.positions import BOM
from hpfix.readers.mapping_documents import read_documents
from hpfix.scopes import FILE

LONGEST = 100_000
"""A longer file is data."""


def read_json(path: str, text: str) -> Facts:
    """What a JSON object declares; of what is no JSON, that it cannot be read if it is loaded."""
    from hpfix.json_text import read_nodes

    if len(text) > LONGEST or not text.removeprefix(BOM).strip():
        return Facts()  # data, or the place where a user puts a file of this name
    try:
        root = read_nodes(path, text)
    except SyntaxError as error:
        return _unread(path, error.lineno or 1, error.msg)
    except (ValueError, RecursionError) as error:
        return _unread(path, 1, str(error))
    return read_documents((Document(path, text, root, is_data=True),)) if root.entries else Facts()


def _unread(path: str, line: int, reason: str) -> Facts:
    place = Place(path, line, 1, line, 1)
    spot = BlindSpot(place, f"does not parse: {reason}", Expression(path, (FILE,)))
    return Facts(blind_spots=(spot,))
