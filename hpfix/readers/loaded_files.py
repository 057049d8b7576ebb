"""`cfg.merge_from_file("fast.yaml")`, `Config.model_validate(yaml.safe_load(file))`: a file whose
keys change those of an object."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Loading, Renaming
from hpfix.model import Expression
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import INSTANCE

MERGING = frozenset({"merge_from_file"})
"""yacs and its kin: a key that the object lacks raises KeyError."""
VALIDATING = frozenset({"model_validate", "parse_obj", "validate_python"})
"""pydantic's, which drop a key that the model lacks; a mapping becomes a model inside."""


@reads(ast.Call, called=MERGING)
def read_merged_file(node: ast.Call, here: Walk) -> Iterator[Loading]:
    """`cfg.merge_from_file(path)`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[path, *_]):
            holder = here.expression(owner)
            refuses = holder is not None and holder not in here.taking_more
            for source in here.alternatives(path) if refuses else ():
                assert holder is not None
                yield Loading(holder, source)


@reads(ast.Call, called=["set_new_allowed"])
def read_new_allowed(node: ast.Call, here: Walk) -> Iterator[Loading]:
    """`cfg.set_new_allowed(True)`: from here on, files may add keys at any depth"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[ast.Constant(value=True)]):
            holder = here.expression(owner)
            if holder is not None:
                here.taking_more.add(holder)
    yield from ()


@reads(ast.Call, called=["register_renamed_key"])
def read_renamed_key(node: ast.Call, here: Walk) -> Iterator[Renaming]:
    """yacs's `cfg.register_renamed_key("SOLVER.LR", "SOLVER.BASE_LR")`"""
    match node.args:
        case [ast.Constant(value=str(old)), ast.Constant(value=str(new)), *_]:
            outer, _, key = old.rpartition(".")
            if new.rpartition(".")[0] == outer:
                yield Renaming(key, new.rpartition(".")[2])


@reads(ast.Call, called=["merge", "unsafe_merge"])
def read_structured_merge(node: ast.Call, here: Walk) -> Iterator[Loading]:
    """`OmegaConf.merge(OmegaConf.structured(Config), OmegaConf.load(path))`"""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name("OmegaConf")), args=[first, *others]):
            for base in here.alternatives(first):
                for other in others:
                    for source in here.alternatives(other):
                        yield Loading(base, source, of_fields=True)


@reads(ast.Call, called=VALIDATING)
def read_validation(node: ast.Call, here: Walk) -> Iterator[Loading]:
    """`Config.model_validate(yaml.safe_load(file))`"""
    match node:
        case ast.Call(func=ast.Attribute(value=model), args=[given]):
            yield from _made(here.expression(model), given, here)


@reads(ast.Call, called=["from_dict"])
def read_from_dict(node: ast.Call, here: Walk) -> Iterator[Loading]:
    """dacite's `from_dict(Config, data)`, `from_dict(data_class=Config, data=data)`"""
    words = {each.arg: each.value for each in node.keywords}
    named = dict(zip(("data_class", "data"), node.args, strict=False)) | words
    match named:
        case {"data_class": made, "data": given} if "config" not in named:
            yield from _made(here.expression(made), given, here)


def _made(made: Expression | None, given: ast.expr, here: Walk) -> Iterator[Loading]:
    for source in here.alternatives(given) if made is not None else ():
        assert made is not None
        yield Loading(made.then(INSTANCE), source, of_fields=True)
