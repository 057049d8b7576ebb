"""What a node of a Python file holds."""

from __future__ import annotations

import ast

NOT_NODES = frozenset(
    "id attr arg name asname names module level ctx op tag kind rest kwd_attrs type_comment "
    "type_ignores conversion simple is_async".split()
)
"""Fields of nodes that hold no node that is walked into."""


class Children(dict[type, tuple[str, ...]]):
    """For each type of node the fields that hold nodes."""

    def __missing__(self, kind: type) -> tuple[str, ...]:
        fields = kind._fields if issubclass(kind, ast.AST) else ()
        names = self[kind] = tuple(name for name in fields if name not in NOT_NODES)
        return names


CHILDREN = Children({ast.Constant: (), ast.MatchSingleton: ()})
