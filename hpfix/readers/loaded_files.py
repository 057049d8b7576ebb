"""`cfg.merge_from_file("fast.yaml")`: a file whose keys change those of an object."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.model import Loading
from hpfix.readers.python_file import Walk, reads

MERGING = frozenset({"merge_from_file"})
"""yacs and its kin: a key that the object lacks raises KeyError."""


@reads(ast.Call, called=MERGING)
def read_merged_file(node: ast.Call, here: Walk) -> Iterator[Loading]:
    """`cfg.merge_from_file(path)`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[path, *_]):
            holder = here.expression(owner)
            for source in here.alternatives(path) if holder is not None else ():
                assert holder is not None
                yield Loading(holder, source)
