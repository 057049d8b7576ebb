"""`class Struct: def __init__(self, values): ...`: an object with the keys of the mapping given."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Inclusion
from hpfix.model import Expression
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads

PLAIN_BASES = frozenset({"object", "dict", "OrderedDict"})
MOST_METHODS = 4
"""A class with more methods than this, besides the special ones, does more than hold values."""


@reads(ast.ClassDef)
def read_mapping_object(node: ast.ClassDef, here: Walk) -> Iterator[Inclusion]:
    """The parameters of `__init__` whose keys become the object's own."""
    if not PLAIN_BASES.issuperset(last_name(base) for base in node.bases):
        return
    methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
    made = next((each for each in methods if each.name == "__init__"), None)
    plain = [each for each in methods if not each.name.startswith("__")]
    if made is None or len(plain) > MOST_METHODS:
        return
    parameters = {each.arg for each in made.args.args[1:]}
    scope = inner_scope(inner_scope(here.scope, node.name), "__init__")
    for statement in ast.walk(made) if parameters else ():
        name = _taken_over(statement)
        if name in parameters:
            yield Inclusion(Expression(scope, ("self",)), Expression(scope, (name,)))


def _taken_over(node: ast.AST) -> str:
    """The variable all of whose keys are set on `self` here; empty where there is none."""
    match node:
        case ast.Call(func=ast.Attribute(owner, "update"), args=[ast.Name(id=name)]):
            # self.__dict__.update(values)
            return name if _is_self(owner) else ""
        case ast.Call(func=ast.Attribute(ast.Call(func=ast.Name("super")), "__init__")):
            match node.args:
                case [ast.Name(id=name)]:
                    return name
        case ast.Assign(targets=[ast.Attribute(ast.Name("self"), "__dict__")], value=source):
            return source.id if isinstance(source, ast.Name) else ""
        case ast.For(target=ast.Tuple(elts=[ast.Name(id=key), _])):
            match node.iter:
                case ast.Call(func=ast.Attribute(ast.Name(id=name), "items" | "iteritems")):
                    return name if _sets(node, key) else ""
        case ast.For(target=ast.Name(id=key), iter=ast.Name(id=name)):
            return name if _sets(node, key) else ""
    return ""


def _sets(loop: ast.For, key: str) -> bool:
    """`setattr(self, key, value)`, `self[key] = value` or `self.__dict__[key] = value`"""
    for node in ast.walk(loop):
        match node:
            case ast.Call(func=ast.Name("setattr"), args=[owner, ast.Name(id=name), _]):
                is_set = True
            case ast.Subscript(value=owner, slice=ast.Name(id=name), ctx=ast.Store()):
                is_set = True
            case _:
                is_set = False
        if is_set and name == key and _is_self(owner):
            return True
    return False


def _is_self(node: ast.expr) -> bool:
    match node:
        case ast.Name("self") | ast.Attribute(ast.Name("self"), "__dict__"):
            return True
        case ast.Call(func=ast.Name("vars"), args=[ast.Name("self")]):
            return True
    return False
