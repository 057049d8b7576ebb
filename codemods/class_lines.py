"""The lines of a class body that assign one name, and how one of several is taken away."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

import libcst as cst

from codemods.brackets import begins_line, ends_line
from codemods.names import unused_name
from codemods.python_source import Source, dump, parse_result
from codemods.splices import Refused, Splice, line_start, next_line, place_name


def repeated_line(source: Source, key: str, offset: int) -> Splice | None:
    """Return the splice that removes the assignment to `key` at an offset; None if there is none.

    The line goes with the comment behind it; comments on lines of their own stay. Refused when
    no other statement of the same class body assigns the name, and when something else stands on
    the line.
    """
    for body in _class_bodies(source):
        assigned = [each for each in body if _name_of(each) == key]
        for node in assigned:
            start, end = source.spans[node]
            if start != offset:
                continue
            if len(assigned) < 2:
                raise Refused(f"no repeated `{key}` at {place_name(source.text, start)}")
            if not begins_line(source.text, start) or not ends_line(source.text, end):
                raise Refused(f"`{key}` shares its line with another statement")
            gone = Splice(line_start(source.text, start), next_line(source.text, end), "")
            _verify(source.text, gone, Splice(start, start + len(key), unused_name(source.text)))
            return gone
    return None


def _class_bodies(source: Source) -> Iterator[Sequence[cst.BaseSmallStatement]]:
    for node in source.spans:
        match node:
            case cst.ClassDef(body=cst.IndentedBlock(body=lines)):
                yield [
                    each
                    for line in lines
                    if isinstance(line, cst.SimpleStatementLine)
                    for each in line.body
                ]


def _name_of(statement: cst.BaseSmallStatement) -> str | None:
    match statement:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name, lpar=[]))]):
            return name
        case _:
            return None


def _verify(text: str, gone: Splice, mark: Splice) -> None:
    """Refuse unless the parsed result lacks the marked statement and nothing else."""
    tree = parse_result(text, [mark])
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            node.body = [each for each in node.body if not _assigns(each, mark.content)]
    if dump(tree) != dump(parse_result(text, [gone])):
        raise Refused("removing the line would change more than the assignment")


def _assigns(statement: ast.stmt, name: str) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Name(id=target)]):
            return target == name
        case _:
            return False
