"""How the walk over a Python file goes on into a node: scopes, bound names, guards, order."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, get_args

from hpfix.readers import python_guards as guards
from hpfix.readers import python_handlers as handlers
from hpfix.readers.python_bindings import Comprehension, Names, comprehension_scope, inner_scope
from hpfix.readers.python_children import CHILDREN
from hpfix.readers.python_choices import is_choice, leaves
from hpfix.readers.python_loops import Loop

if TYPE_CHECKING:
    from hpfix.readers.python_file import Walk

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
WayInto = Callable[..., None]

GUARDING = frozenset({ast.If, ast.Assert, ast.Try})
"""Statements that may say what holds for those that follow."""


def way_into(kind: type) -> WayInto | None:
    """The way into nodes of this type; None for what holds nothing."""
    return WAYS_INTO.get(kind) or (into_children if CHILDREN[kind] else None)


def into_children(node: ast.AST, walk: Walk) -> None:
    """Every node in it, in the order of its fields."""
    ways = walk.ways
    for name in CHILDREN[type(node)]:
        value = getattr(node, name)
        if type(value) is not list:
            way = ways[type(value)]
            if way is not None:
                way(value, walk)
        elif value and isinstance(value[0], ast.stmt):
            into_body(value, walk)
        else:
            walk.visit_all(value)


def into_nothing(node: ast.AST, walk: Walk) -> None:
    """A node that readers see and that holds no other."""


def into_body(body: Iterable[ast.stmt], walk: Walk) -> None:
    """Statements in order; some of them guard what follows, or are the other choice."""
    before, choices = len(walk.guards), walk.choices
    ways = walk.ways
    for statement in body:
        way = ways[type(statement)]
        if way is not None:
            way(statement, walk)
        if type(statement) in GUARDING:
            match statement:
                case ast.If():
                    walk.guards += guards.after_if(statement, walk.scope, walk.tests)
                    walk.choices += leaves(statement) and is_choice(statement)
                case ast.Assert(test=test):
                    walk.guards += guards.of_test(test, walk.scope, walk.tests).held
                case ast.Try():
                    walk.guards += handlers.after_try(statement, walk.scope)
    del walk.guards[before:]
    walk.choices = choices


def into_branch(
    branch: list[ast.stmt] | ast.expr, walk: Walk, more: Iterable[guards.Guard] = ()
) -> None:
    """One side of a test, with the keys that the test says are there."""
    before = len(walk.guards)
    walk.guards += more
    if isinstance(branch, list):
        into_body(branch, walk)
    else:
        walk.visit(branch)
    del walk.guards[before:]


def into_assignment(node: ast.Assign, walk: Walk) -> None:
    value = node.value
    for target in node.targets:
        walk.written[target] = value
        walk.targets[value] = target
    walk.visit_all(node.targets)
    walk.visit(value)
    for target in node.targets:
        walk.tests.keep(target, value, walk.scope)


def into_annotated(node: ast.AnnAssign, walk: Walk) -> None:
    value, target = node.value, node.target
    if value is not None:
        walk.written[target] = value
        walk.targets[value] = target
    into_children(node, walk)
    if value is not None:
        walk.tests.keep(target, value, walk.scope)


def into_value(node: ast.Expr | ast.Return | ast.Starred, walk: Walk) -> None:
    way = walk.ways[type(node.value)]
    if way is not None:
        way(node.value, walk)


def into_subscript(node: ast.Subscript, walk: Walk) -> None:
    if type(node.value) is not ast.Name:
        walk.visit(node.value)
    if type(node.slice) is not ast.Constant:
        walk.visit(node.slice)


def into_attribute(node: ast.Attribute, walk: Walk) -> None:
    if type(node.value) is not ast.Name:
        walk.visit(node.value)


def into_call(node: ast.Call, walk: Walk) -> None:
    if type(node.func) is not ast.Name:
        walk.called = node.func
        walk.visit(node.func)
    if node.args:
        walk.visit_all(node.args)
    for keyword in node.keywords:
        walk.visit(keyword.value)


def into_update(node: ast.AugAssign, walk: Walk) -> None:
    walk.updated.add(node.target)
    into_children(node, walk)


def into_name(node: ast.Name, walk: Walk) -> None:
    if type(node.ctx) is not ast.Load:
        walk.bindings.bind(node.id, walk.scope)


def into_named(node: ast.NamedExpr, walk: Walk) -> None:
    """`(lr := args.lr)`: the name is the function's, also inside a comprehension."""
    walk.visit(node.value)
    walk.bindings.bind(node.target.id, walk.frame)


def into_outer(node: ast.Global | ast.Nonlocal, walk: Walk) -> None:
    walk.bindings.leave_out(node.names, walk.scope, is_global=isinstance(node, ast.Global))


def into_import(node: ast.Import | ast.ImportFrom, walk: Walk) -> None:
    for alias in node.names:
        walk.bindings.bind(alias.asname or alias.name.split(".")[0], walk.scope)


def into_handler(node: ast.ExceptHandler, walk: Walk) -> None:
    if node.name:
        walk.bindings.bind(node.name, walk.scope)
    into_children(node, walk)


def into_function(node: Function, walk: Walk) -> None:
    """What is evaluated around a function, then its body in a scope of its own."""
    given = node.args
    name = f"<lambda {node.lineno}:{node.col_offset}>"
    walk.visit_all((*given.defaults, *given.kw_defaults))
    if not isinstance(node, ast.Lambda):
        name = node.name
        walk.bindings.bind(name, walk.scope)
        walk.visit_all((*node.decorator_list, node.returns))
    parameters = (*given.posonlyargs, *given.args, *given.kwonlyargs)
    walk.visit_all([each.annotation for each in parameters])
    rest = [each.arg for each in (given.vararg, given.kwarg) if each is not None]
    outer, names, frame = walk.scope, walk.names, walk.frame
    walk.scope = walk.frame = inner_scope(outer, name)
    walk.names = Names(walk.scope)
    choices, walk.choices = walk.choices, 0
    walk.bindings.add(walk.scope, "function", tuple(each.arg for each in parameters), rest)
    into_branch(node.body, walk)
    walk.scope, walk.names, walk.frame, walk.choices = outer, names, frame, choices


def into_class(node: ast.ClassDef, walk: Walk) -> None:
    walk.bindings.bind(node.name, walk.scope)
    walk.visit_all((*node.decorator_list, *node.bases, *node.keywords))
    outer, names, frame = walk.scope, walk.names, walk.frame
    walk.scope = walk.frame = inner_scope(outer, node.name)
    walk.names = Names(walk.scope)
    walk.bindings.add(walk.scope, "class")
    into_body(node.body, walk)
    walk.scope, walk.names, walk.frame = outer, names, frame


def into_if(node: ast.If | ast.IfExp | ast.While, walk: Walk) -> None:
    walk.visit(node.test)
    held, refuted = guards.of_test(node.test, walk.frame, walk.tests)
    is_chosen = not isinstance(node, ast.While) and is_choice(node)
    walk.choices += is_chosen
    into_branch(node.body, walk, held)
    into_branch(node.orelse, walk, refuted)
    walk.choices -= is_chosen


def into_boolop(node: ast.BoolOp, walk: Walk) -> None:
    before = len(walk.guards)
    for operand in node.values:
        walk.visit(operand)
        held, refuted = guards.of_test(operand, walk.frame, walk.tests)
        walk.guards += held if isinstance(node.op, ast.And) else refuted
    del walk.guards[before:]


def into_with(node: ast.With | ast.AsyncWith, walk: Walk) -> None:
    before, guarded = walk.expects_failure, len(walk.guards)
    walk.expects_failure = before or handlers.expects_failure(node)
    walk.guards += handlers.of_with(node)
    into_children(node, walk)
    walk.expects_failure = before
    del walk.guards[guarded:]


def into_try(node: ast.Try, walk: Walk) -> None:
    is_chosen = bool(node.handlers)
    walk.choices += is_chosen
    into_branch(node.body, walk, handlers.of_handlers(node))
    walk.visit_all(node.handlers)
    walk.choices -= is_chosen
    into_branch(node.orelse, walk, handlers.after_body(node, walk.scope))
    into_body(node.finalbody, walk)


def into_match(node: ast.Match, walk: Walk) -> None:
    walk.choices += 1
    into_children(node, walk)
    walk.choices -= 1


def into_loop(node: ast.For | ast.AsyncFor, walk: Walk) -> None:
    walk.visit_all((node.target, node.iter))
    walk.loops.append(Loop(node.target, node.iter, node.body, walk.scope, walk.frame))
    into_body(node.body, walk)
    walk.loops.pop()
    into_body(node.orelse, walk)


def into_comprehension(node: Comprehension, walk: Walk) -> None:
    """The first collection is evaluated around it, all else in a scope of its own."""
    before, outer, names = len(walk.guards), walk.scope, walk.names
    walk.visit(node.generators[0].iter)
    evaluated_in = outer
    walk.scope = comprehension_scope(outer, node)
    walk.names = Names(walk.scope)
    walk.bindings.add(walk.scope, "function")
    for generator in node.generators:
        walk.visit(generator.target)
        if evaluated_in is not outer:
            walk.visit(generator.iter)
        walk.loops.append(Loop(generator.target, generator.iter, (), evaluated_in, walk.frame))
        evaluated_in = walk.scope
        for test in generator.ifs:
            walk.visit(test)
            walk.guards += guards.of_test(test, walk.frame, walk.tests).held
    walk.visit_all((node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,))
    del walk.guards[before:]
    del walk.loops[len(walk.loops) - len(node.generators) :]
    walk.scope, walk.names = outer, names


WAYS_INTO: dict[type, WayInto] = {
    ast.Assign: into_assignment,
    ast.AnnAssign: into_annotated,
    **dict.fromkeys((ast.Expr, ast.Return, ast.Starred), into_value),
    ast.Subscript: into_subscript,
    ast.AugAssign: into_update,
    ast.Name: into_name,
    ast.NamedExpr: into_named,
    ast.Attribute: into_attribute,
    ast.Call: into_call,
    ast.Global: into_outer,
    ast.Nonlocal: into_outer,
    ast.Import: into_import,
    ast.ImportFrom: into_import,
    ast.ExceptHandler: into_handler,
    **dict.fromkeys((ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda), into_function),
    ast.ClassDef: into_class,
    ast.If: into_if,
    ast.IfExp: into_if,
    ast.While: into_if,
    ast.BoolOp: into_boolop,
    ast.Try: into_try,
    ast.Match: into_match,
    ast.With: into_with,
    ast.AsyncWith: into_with,
    ast.For: into_loop,
    ast.AsyncFor: into_loop,
    **dict.fromkeys(get_args(Comprehension), into_comprehension),
}
