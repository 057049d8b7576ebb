"""A JSON file: what is a configuration in it declares keys."""

from __future__ import annotations

from hpfix.model import Facts
from hpfix.positions import BOM
from hpfix.readers.mapping_documents import read_documents
from hpfix.readers.yaml_file import documents

LONGEST = 100_000
"""A longer file is data."""


def read_json(path: str, text: str) -> Facts:
    """What a JSON object declares; nothing where the file is no configuration.

    It is read as the YAML that it is, for the marks; a tab can only stand between its tokens.
    """
    import json

    try:
        if len(text) > LONGEST or not isinstance(json.loads(text.removeprefix(BOM)), dict):
            return Facts()
        found = tuple(documents(path, text.replace("\t", " ")))
    except (ValueError, RecursionError):
        return Facts()
    return read_documents(found, refers=False)
