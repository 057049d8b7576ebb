"""`@hydra.main(config_path="conf", config_name="config")`, `compose(config_name="config")`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Flow
from hpfix.model import Expression, Reference
from hpfix.readers.omegaconf_calls import assigned
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import COMPOSED, INSTANCE, LOADED, STORE, STORED

Words = dict[str | None, ast.expr]


@reads(ast.FunctionDef)
def read_hydra_main(node: ast.FunctionDef, here: Walk) -> Iterator[Flow]:
    """The first parameter is what the configuration files, or the ConfigStore, declare."""
    for decorator in node.decorator_list:
        match decorator:
            case ast.Call(func=ast.Attribute(ast.Name("hydra"), "main"), keywords=keywords):
                words: Words = {each.arg: each.value for each in keywords}
                if node.args.args:
                    inner = inner_scope(here.scope, node.name)
                    parameter = Expression(inner, (node.args.args[0].arg,))
                    path = _text(words.get("config_path"))
                    yield from _held(parameter, path, _text(words.get("config_name")), here)


@reads(ast.Call, called=["initialize"])
def read_initialize(node: ast.Call, here: Walk) -> Iterator[Flow]:
    """`initialize(config_path="conf")`: where `compose` looks from here on."""
    words: Words = {each.arg: each.value for each in node.keywords}
    path = _text(words.get("config_path") or next(iter(node.args), None))
    if path is not None:
        here.hydra_path = path
    yield from ()


@reads(ast.Call, called=["compose"])
def read_compose(node: ast.Call, here: Walk) -> Iterator[Flow | Reference]:
    """`compose(config_name="config", overrides=[...])`"""
    words: Words = {each.arg: each.value for each in node.keywords}
    name = _text(words.get("config_name") or next(iter(node.args), None))
    result = here.expression(node)
    if result is not None:
        yield from _held(result, here.hydra_path, name, here)
        match words.get("overrides"):
            case ast.List(elts=elements):
                for each in elements:
                    yield from assigned(each, result, here)


@reads(ast.Call, called=["store"])
def read_store(node: ast.Call, here: Walk) -> Iterator[Flow]:
    """`cs.store(group="model", name="resnet", node=ResNet)`"""
    words: Words = dict(zip(("name", "node", "group"), node.args, strict=False))
    words |= {each.arg: each.value for each in node.keywords}
    name, group = _text(words.get("name")), _text(words.get("group"))
    kept = words.get("node")
    source = here.expression(kept)
    if name is None or source is None:
        return
    if isinstance(kept, (ast.Name, ast.Attribute)):
        yield Flow(_stored(group, name), source.then(INSTANCE))
    yield Flow(_stored(group, name), source)


def _held(target: Expression, path: str | None, name: str | None, here: Walk) -> Iterator[Flow]:
    """The file, with all that its `defaults` bring, and what the store holds by its name.

    Nothing of a file in a group: it comes under the name of the group, or where its `@package`
    header says (Hydra, "Packages").
    """
    if name is None or "/" in name:
        return
    if path is not None:
        file = name if name.endswith((".yaml", ".yml")) else f"{name}.yaml"
        named = f"{path}/{file}" if path else file  # `config_path=""` is the folder of the program
        loaded = Expression(here.path, (f"file:{named}", LOADED))
        yield Flow(target, loaded)
        yield Flow(target, loaded.then(COMPOSED))
    else:
        yield Flow(target, Expression(here.path, (f"{STORED}{name}",)))


def _stored(group: str | None, name: str) -> Expression:
    return Expression(STORE, (f"{group}/{name}" if group else name,))


def _text(node: ast.expr | None) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
    return None
