"""`parser.add_argument("--config", default="config.yaml")`: the option holds the path of a file."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Flow
from hpfix.readers.argparse_options import destination
from hpfix.readers.python_expressions import CONFIGURATIONS
from hpfix.readers.python_file import Walk, reads


@reads(ast.Call, called=["add_argument"])
def read_path_option(node: ast.Call, here: Walk) -> Iterator[Flow]:
    """The default, and the files beside it that may be given in its place."""
    words = {each.arg: each.value for each in node.keywords if each.arg}
    match node, words.get("default"):
        case ast.Call(func=ast.Attribute(value=parser)), ast.Constant(value=str(path)):
            key, holder = _key(node, words), here.expression(parser)
        case _:
            return
    if holder is None or not key or not path.endswith((*CONFIGURATIONS, ".py")):
        return
    option = holder.then(".parse_args", "()", f".{key}")
    yield Flow(option, here.name(f"file:{path}"))
    if not path.endswith(".py"):
        yield Flow(option, here.name(f"siblings:{path}"))


def _key(node: ast.Call, words: dict[str, ast.expr]) -> str:
    match words.get("dest"):
        case ast.Constant(value=str(given)):
            return given
    names = [each.value for each in node.args if isinstance(each, ast.Constant)]
    flags = [each for each in names if isinstance(each, str)]
    first = next((each for each in flags if each.startswith("--")), next(iter(flags), ""))
    return destination(first)
