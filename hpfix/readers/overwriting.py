"""Which assignments of one block are lost: to a name assigned again before anything reads it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

FRAMES = frozenset("locals vars globals dir exec eval _getframe currentframe".split())
"""What may read any name of the block without naming it."""

Assignment = tuple[ast.Name, ast.expr]


def runs_of_assignments(body: list[ast.stmt]) -> Iterator[tuple[Assignment, ...]]:
    """The assignments `name = value` of one name of which only the last keeps its value.

    Whatever mentions the name between two of them, or may see every name, parts them: a read, a
    branch, `name += 1`, `del name`, `def name`, `locals()`.
    """
    last: dict[str, int] = {}
    runs: list[list[Assignment]] = []
    for number, statement in enumerate(body):
        match statement:
            case ast.Assign(targets=[ast.Name() as target], value=value):
                before = last.get(target.id)
                last[target.id] = number
                if before is None or _is_seen(target.id, [*body[before + 1 : number], value]):
                    continue
                run = next((each for each in runs if each[-1][0] is _target(body[before])), None)
                if run is None:
                    runs.append([_assignment(body[before]), (target, value)])
                else:
                    run.append((target, value))
    yield from (tuple(run) for run in runs)


def _assignment(statement: ast.stmt) -> Assignment:
    assert isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
    return statement.targets[0], statement.value


def _target(statement: ast.stmt) -> ast.Name:
    return _assignment(statement)[0]


def _is_seen(name: str, nodes: list[ast.AST]) -> bool:
    """Whether the name, or every name, is mentioned in any of the nodes."""
    return any(_mentions(node, name) for each in nodes for node in ast.walk(each))


def _mentions(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Name(id=word) | ast.Attribute(attr=word):
            return word == name or word in FRAMES
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return node.name == name
        case ast.alias():
            return name in (node.asname, node.name.partition(".")[0]) or node.name == "*"
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            return name in names
        case ast.ExceptHandler() | ast.MatchAs() | ast.MatchStar():
            return node.name == name
        case ast.Yield() | ast.YieldFrom() | ast.Await():
            return True
    return False
