"""`OmegaConf.merge(base, other)`, `OmegaConf.select(cfg, "a.b")`, `cfg.merge_from_list([...])`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Flow, Inclusion
from hpfix.model import Expression, Mode, Place, Reference, Value
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import ANY, CHANGED, CHOSEN

WORDS = {"true": "bool", "false": "bool", "null": "none"}


@reads(ast.Call, called=["merge", "unsafe_merge"])
def read_merge(node: ast.Call, here: Walk) -> Iterator[Flow | Inclusion | Reference]:
    """The result has what any of the arguments has; where one is a part that is chosen when the
    program runs, what any of the parts has, and maybe more."""
    result = here.expression(node)
    if result is not None and _is_omegaconf(node.func):
        is_changed = any(_made_by("from_cli", each, here) for each in node.args)
        for argument in node.args:
            for source in here.alternatives(argument):
                yield Flow(result, source)
                if is_changed:  # `python train.py model.width=3`
                    yield Flow(result, source.then(CHANGED))
        yield from _listed(node, here)
        wholes = [each for argument in node.args for each in _chosen_from(argument, here)]
        for whole in wholes:
            for source in here.alternatives(whole):
                yield Flow(result, source.then(CHOSEN))
        if wholes:
            yield Inclusion(result, Expression(result.scope, (ANY,)))


def _listed(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`OmegaConf.merge(config, OmegaConf.from_dotlist(["model.width=3"]))`: a key that the first
    has not is added to it without a word, unless it is one of a class."""
    holder = here.expression(node.args[0]) if node.args else None
    for argument in node.args[1:] if holder is not None else ():
        for call in _made_by("from_dotlist", argument, here):
            match call.args:
                case [ast.List(elts=elements)]:
                    for each in elements:
                        assert holder is not None
                        yield from assigned(each, holder, here, mode="write")


def _made_by(function: str, argument: ast.expr, here: Walk) -> list[ast.Call]:
    """The calls of the function that an argument is, itself or under a name."""
    every = _values(argument, here)
    return [each for each in every if isinstance(each, ast.Call) and _calls(each, function)]


def _calls(node: ast.Call, function: str) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr == function


def _values(argument: ast.expr, here: Walk) -> list[ast.expr]:
    """The argument, and all that is assigned to the name that it is."""
    if not isinstance(argument, ast.Name):
        return [argument]
    return [
        value
        for value, target in here.targets.items()
        if isinstance(target, ast.Name) and target.id == argument.id
    ]


def _chosen_from(argument: ast.expr, here: Walk) -> Iterator[ast.expr]:
    """What `OmegaConf.load("data.yaml")[config.dataset]` is a part of, itself or under a name."""
    for each in _values(argument, here):
        if isinstance(each, ast.Subscript) and not isinstance(each.slice, ast.Constant):
            yield each.value


@reads(ast.Call, called=["select", "update"])
def read_path(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`OmegaConf.select(cfg, "model.width")`, `OmegaConf.update(cfg, "model.width", 3)`"""
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=[owner, ast.Constant() as path, *_]):
            holder = here.expression(owner)
            if holder is not None and _is_omegaconf(node.func):
                mode: Mode = "read" if name == "select" else "write"
                yield from dotted(path, holder, mode, here, guarded=name == "select")


@reads(ast.Call, called=["merge_from_list"])
def read_merged_list(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """yacs's `cfg.merge_from_list(["SOLVER.BASE_LR", 0.1])`: every other element is a path"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[ast.List(elts=elements)]):
            holder = here.expression(owner)
            for element in elements[::2] if holder is not None else ():
                if isinstance(element, ast.Constant) and holder is not None:
                    yield from dotted(element, holder, "override", here)


def dotted(
    path: ast.Constant, holder: Expression, mode: Mode, here: Walk, *, guarded: bool = False
) -> Iterator[Reference]:
    """A reference for each segment; all but the last are read."""
    text = path.value if isinstance(path.value, str) else ""
    yield from _segments(path, text, holder, mode, here, guarded=guarded)


def assigned(
    element: ast.expr, holder: Expression, here: Walk, *, mode: Mode = "override"
) -> Iterator[Reference]:
    """`"model.width=3"`, as a command line has it; what is added (`+a=1`), a file of a group and a
    key of the library itself are none."""
    match element:
        case ast.Constant(value=str(text)):
            path, sign, value = text.partition("=")
            if sign and path.partition(".")[0] != "hydra":
                yield from _segments(element, path, holder, mode, here, value=_value(value))


def _value(text: str) -> Value:
    from hpfix.readers.yaml_file import scalar

    if any(each in text for each in ",[](){}$'\""):
        return Value(text, "unknown")
    kind = "int" if text.removeprefix("-").isdigit() else WORDS.get(text, "str")
    return scalar(text, kind, quoted=False)


def _segments(
    written: ast.Constant,
    path: str,
    holder: Expression,
    mode: Mode,
    here: Walk,
    *,
    guarded: bool = False,
    value: Value | None = None,
) -> Iterator[Reference]:
    whole, source = here.place(written), here.source(written)
    if not path or path not in source or whole.line != whole.end_line:
        return
    column = whole.column + source.index(path)
    segments = path.split(".")
    for number, segment in enumerate(segments, start=1):
        if not segment.isidentifier():
            return
        place = Place(here.path, whole.line, column, whole.line, column + len(segment))
        is_last = number == len(segments)
        yield Reference(
            segment,
            place,
            "override string",
            mode if is_last else "read",
            holder,
            guarded,
            value if is_last else None,
        )
        holder = holder.then(f".{segment}")
        column += len(segment) + 1


def _is_omegaconf(function: ast.expr) -> bool:
    match function:
        case ast.Attribute(value=ast.Name("OmegaConf")):
            return True
    return False
