"""Where a declared name is used without its object, so that renaming it would not be enough."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping

from hpfix.model import Place
from hpfix.positions import BOM
from hpfix.readers.python_source import Source

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
BODIES = (ast.Module, ast.ClassDef, *FUNCTIONS)


def bare_use(
    path: str, texts: Mapping[str, str], name: str, places: Collection[Place]
) -> str | None:
    """Why the name cannot be renamed at these places of a Python file, or None.

    A parameter, and the name of a class body or a module that is read as it stands, or imported:
    what such a name is used for is not looked up in an object.
    """
    if not path.endswith(".py"):
        return None
    source = Source(path, texts[path])
    found = list(_named(tree := ast.parse(texts[path].removeprefix(BOM)), tree, name))
    own = {body for body, node in found if isinstance(body, FUNCTIONS) and _binds(node)}
    renamed = [each for each in found if source.name_place(each[1], name) in places]
    for body, node in renamed:
        if isinstance(node, ast.arg):
            return f"`{name}` in {path}:{node.lineno} is a parameter of a function"
        for other_body, other in found:
            is_left = (other_body, other) not in renamed and other_body not in own
            if is_left and (other_body is body or not isinstance(body, ast.ClassDef)):
                return f"{path}:{other.lineno} uses `{name}` as it stands"
        if isinstance(body, ast.Module) and (importer := _importer(path, texts, name)):
            return f"{importer} imports `{name}` from {path}"
    return None


def _binds(node: ast.Name | ast.arg) -> bool:
    return isinstance(node, ast.arg) or isinstance(node.ctx, ast.Store)


def _named(node: ast.AST, body: ast.AST, name: str) -> Iterator[tuple[ast.AST, ast.Name | ast.arg]]:
    """Every plain name and parameter that is called so, with the body that it stands in."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Name(id=found) | ast.arg(arg=found) if found == name:
                yield body, child
        yield from _named(child, child if isinstance(child, BODIES) else body, name)


def _importer(path: str, texts: Mapping[str, str], name: str) -> str:
    """The file that imports the name from the module at the path, or ""."""
    stem = path.removesuffix(".py").rpartition("/")[2]
    for other, text in texts.items():
        if not other.endswith(".py") or name not in text or stem not in text:
            continue
        try:
            tree = ast.parse(text.removeprefix(BOM))
        except (SyntaxError, ValueError, RecursionError):
            continue
        for node in ast.walk(tree):
            match node:
                case ast.ImportFrom(module=str(module), names=names) if any(
                    each.name == name for each in names
                ):
                    if module.rpartition(".")[2] == stem:
                        return f"{other}:{node.lineno}"
    return ""
