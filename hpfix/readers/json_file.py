"""A JSON file: what is a configuration in it declares keys."""

from __future__ import annotations

from hpfix.documents import Document
from hpfix.model import Facts
from hpfix.readers.mapping_documents import read_documents

LONGEST = 100_000
"""A longer file is data."""


def read_json(path: str, text: str) -> Facts:
    """What a JSON object declares; nothing where the file is no configuration."""
    from hpfix.readers.json_text import read_nodes

    if len(text) > LONGEST:
        return Facts()
    try:
        root = read_nodes(path, text)
    except (ValueError, RecursionError):
        return Facts()
    return read_documents((Document(path, text, root, is_data=True),)) if root.entries else Facts()
