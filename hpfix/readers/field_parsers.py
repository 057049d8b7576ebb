"""`HfArgumentParser((ModelArguments, TrainArguments))`: classes of fields as a command line."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Addition, Flow, KeyedAccess
from hpfix.model import Declaration, Expression
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import ANY, CLASSES, ELEMENTS, INSTANCE, OBJECTS

PARSERS = frozenset({"HfArgumentParser", "TrlParser", "H4ArgumentParser"})
WORDS = frozenset({"dataclass_types"})
FILES = frozenset({"parse_dict", "parse_json_file", "parse_yaml_file"})


@reads(ast.Call, called=PARSERS)
def read_class_parser(node: ast.Call, here: Walk) -> Iterator[Flow]:
    """What it parses is one object of each class, in order."""
    holder = here.expression(node)
    classes = _classes(node, here)
    if holder is None:
        return
    for each in classes or [None]:
        yield Flow(holder.then(CLASSES), each or here.name(ANY))
    if not classes:
        return
    parsed = here.name(f"@objects {node.lineno}:{node.col_offset}")
    yield Flow(holder.then(OBJECTS), parsed)
    for position, each in enumerate(classes):
        if each is not None:
            yield Flow(parsed.then(f"[{position}]"), each.then(INSTANCE))
    only = classes[0]
    if len(classes) == 1 and only is not None:
        yield Flow(parsed.then(ELEMENTS), only.then(INSTANCE))


def _classes(node: ast.Call, here: Walk) -> list[Expression | None]:
    given = [*node.args[:1], *(each.value for each in node.keywords if each.arg in WORDS)]
    match given:
        case [ast.Tuple(elts=classes) | ast.List(elts=classes)]:
            return [here.expression(each) for each in classes]
        case [ast.Name() | ast.Attribute() as one]:
            return [here.expression(one)]
    return []


@reads(ast.Call, called=FILES)
def read_parsed_file(node: ast.Call, here: Walk) -> Iterator[KeyedAccess]:
    """`parser.parse_yaml_file("train.yaml")`: where one class takes all of its keys"""
    holder = here.expression(node)
    keys = here.expression(node.args[0]) if node.args else None
    # a variable may have lost keys since it was filled
    is_whole = bool(node.args) and not isinstance(node.args[0], ast.Name)
    if holder is not None and keys is not None and is_whole:
        made = holder.then(ELEMENTS, INSTANCE)
        place = here.place(node.args[0])
        yield KeyedAccess(keys.then(ELEMENTS), made, place, "dict key", "override")


@reads(ast.Call, called=["add_arguments"])
def read_add_arguments(node: ast.Call, here: Walk) -> Iterator[Addition | Flow]:
    """`parser.add_arguments(TrainConfig, dest="train")`: an object in what the parser returns"""
    words = {each.arg: each.value for each in node.keywords}
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[made, *rest]):
            holder, kind = here.expression(owner), here.expression(made)
            match rest[0] if rest else words.get("dest"):
                case ast.Constant(value=str(name)) as given:
                    if holder is not None and kind is not None:
                        yield Addition(holder, Declaration(name, here.place(given)))
                        parsed = holder.then(".parse_args", "()", f".{name}")
                        yield Flow(parsed, kind.then(INSTANCE))
