"""`base_config: base.yaml`, `_BASE_: [a.yaml, b.yaml]`: a file that takes over others' keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.facts import Inclusion, Loading
from hpfix.model import Expression
from hpfix.readers.python_expressions import CONFIGURATIONS
from hpfix.scopes import DOCUMENT, FILE, LOADED

if TYPE_CHECKING:
    from hpfix.documents import Node

WORDS = frozenset(
    "base_config base_configs _base_ _base BASE BASE_ _BASE_ inherit_from inherits parent_config "
    "__base__ base_yaml".split()
)
"""How DiffSinger, mmcv, PaddleDetection, detectron2, Swin and NeRF's kin call it."""


def bases(path: str, document: Node) -> Iterator[Inclusion | Loading]:
    """The files whose keys this one has as well; one that is not there may bring any.

    Where this file is loaded into an object, they are.
    """
    for entry in document.entries:
        if entry.key in WORDS:
            for node in (entry.node, *entry.node.items):
                name = node.value.literal
                if isinstance(name, str) and name.endswith(CONFIGURATIONS):
                    base = Expression(path, (f"file:{name}",))
                    yield Inclusion(Expression(path, (FILE,)), base.then(LOADED))
                    yield Loading(Expression(path, (DOCUMENT,)), base)
