"""Whether a test decides which of several calls is made: `if kind == "a": A(**c) else: B(**c)`."""

from __future__ import annotations

import ast


def is_choice(node: ast.If | ast.IfExp) -> bool:
    """Whether the branch taken says which function a mapping is meant for.

    `if config.train:` without another branch only says whether anything is done, and
    `if __name__ == "__main__":` not even that.
    """
    if _is_main(node.test):
        return False
    return bool(node.orelse) or not _is_switch(node.test)


def leaves(node: ast.If) -> bool:
    """Whether what follows the test is its other branch."""
    return isinstance(node.body[-1], (ast.Return, ast.Raise, ast.Continue, ast.Break))


def _is_main(test: ast.expr) -> bool:
    match test:
        case ast.Compare(left=ast.Name(id="__name__")):
            return True
    return False


def _is_switch(test: ast.expr) -> bool:
    """`config.train`, `not args.resume`, `config is not None`, or several of them."""
    match test:
        case ast.Name() | ast.Attribute() | ast.Subscript() | ast.Constant():
            return True
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _is_switch(operand)
        case ast.Compare(ops=[ast.Is() | ast.IsNot()], comparators=[ast.Constant(value=None)]):
            return True
        case ast.Call(func=ast.Attribute(attr="get")):
            return True
        case ast.BoolOp(values=values):
            return all(_is_switch(each) for each in values)
    return False
