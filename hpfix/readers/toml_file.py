"""A TOML file: what is a configuration in it declares keys."""

from __future__ import annotations

from hpfix.documents import Document
from hpfix.facts import Facts
from hpfix.readers.mapping_documents import read_documents

LONGEST = 100_000
"""A longer file is data."""


def read_toml(path: str, text: str) -> Facts:
    """What a TOML file declares. Raises SyntaxError or ValueError where it does not parse."""
    from hpfix.toml_text import read_nodes

    if len(text) > LONGEST:
        return Facts()
    return read_documents((Document(path, text, read_nodes(path, text), is_data=True),))
