"""`defaults: [model: resnet, _self_]`: the files that a Hydra configuration is composed of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.facts import Addition, Flow, Inclusion
from hpfix.model import Declaration, Expression
from hpfix.positions import BOM
from hpfix.scopes import ANY, COMPOSED, FILE, GLOBAL, LOADED

if TYPE_CHECKING:
    from hpfix.documents import Entry, Node

DEFAULTS = "defaults"
HEADER = "@package"
WHOLE = "_global_"


def composition(path: str, text: str, document: Node) -> Iterator[Flow | Addition | Inclusion]:
    """What the file takes in under a key (a group), and what beside its own keys.

    A group may be chosen on the command line: each file of its folder is an alternative.
    """
    own = Expression(path, (FILE,))
    if package_of(text) == WHOLE:
        yield Flow(own.then(GLOBAL), own)
        yield Flow(own.then(GLOBAL), own.then(COMPOSED))
    for entry in document.entries:
        if entry.key == DEFAULTS:
            for item in entry.node.items:
                yield from _item(item, own)


def _item(item: Node, own: Expression) -> Iterator[Flow | Addition | Inclusion]:
    match item.value.literal:
        case str(name) if not name.startswith("_") and "hydra" not in name:
            if "/" in name.strip("/"):  # under a key that has no place of its own
                yield Inclusion(own, Expression(own.scope, (ANY,)))
            else:
                yield from _beside(own, Expression(own.scope, (f"file:{name.strip('/')}.yaml",)))
            return
    for entry in item.entries:
        words = entry.key.split() or [""]
        group, _, package = words[-1].strip("/").partition("@")
        if group and "override" not in words[:-1] and not group.startswith("hydra"):
            yield from _group(entry, group, package or group.replace("/", "."), own)


def _group(entry: Entry, group: str, package: str, own: Expression) -> Iterator[Flow | Addition]:
    files = Expression(own.scope, (f"group:{group}",))
    if package in (WHOLE, "_here_"):
        yield from _beside(own, files)
        return
    key, *inner = package.split(".")
    yield Addition(own, Declaration(key, entry.place))
    under = own.then(f"[{key}]", *(f"[{each}]" for each in inner))
    yield Flow(under, files.then(LOADED))
    yield Flow(under, files.then(LOADED, COMPOSED))
    yield Flow(own.then(COMPOSED), files.then(LOADED, GLOBAL))
    for option in _options(entry.node):
        yield Flow(under, Expression(own.scope, (f"chosen:{group}={option}",)))


def _options(chosen: Node) -> Iterator[str]:
    """The files of a group that are chosen by their names."""
    for each in (chosen, *chosen.items):
        match each.value.literal:
            case str(option) if option.replace("/", "_").replace("-", "_").isidentifier():
                yield option


def _beside(own: Expression, source: Expression) -> Iterator[Flow]:
    yield Flow(own.then(COMPOSED), source.then(LOADED))
    yield Flow(own.then(COMPOSED), source.then(LOADED, COMPOSED))


def package_of(text: str) -> str | None:
    """`# @package _global_` before the first key; None where nothing says where the file stands."""
    for line in text.removeprefix(BOM).split("\n"):
        if line.strip() and not line.startswith("#"):
            break
        _, found, package = line.partition(HEADER)
        if found:
            return package.strip()
    return None
