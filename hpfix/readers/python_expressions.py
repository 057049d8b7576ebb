"""Python expressions by the names in them, what calls pass on, and literals as values."""

from __future__ import annotations

import ast

from hpfix.model import Scalar, Value

COPIES = frozenset(
    "dict vars copy deepcopy asdict list tuple set sorted OrderedDict frozenset reversed".split()
)
"""Calls that return an object with the keys of their argument."""
HPARAMS = frozenset({"HParams", "Hparams", "HParam", "HyperParams", "Hyperparams", "Hparam"})
NAMESPACES = HPARAMS | frozenset(
    "SimpleNamespace Namespace Munch munchify EasyDict edict AttrDict AttributeDict Dotdict "
    "DotDict dotdict DotMap Box Bunch ConfigDict FrozenConfigDict CfgNode CN DictConfig "
    "Prodict".split()
)
"""Classes whose objects have the keys of what they wrap: `Munch(d)`, `SimpleNamespace(**d)`."""
LOADERS = frozenset("load safe_load full_load unsafe_load loads round_trip_load".split())
SERIES = frozenset("load_all safe_load_all full_load_all unsafe_load_all".split())
"""Loaders of every document of a file."""
IMPORTERS = frozenset({"spec_from_file_location", "load_source", "SourceFileLoader"})
"""Functions whose second argument is the file of a module."""
MODULES = frozenset({"load_source", "module_from_spec", "run_path"})
"""Functions that make the module of it."""
OMEGACONF = frozenset({"create", "structured", "to_container", "to_object", "masked_copy"})
LIBRARIES = frozenset(
    "yaml json toml tomllib tomli tomlkit OmegaConf ruamel simplejson ujson json5 hjson "
    "munch".split()
)
OPENERS = frozenset(
    "open Path FullPath abspath realpath expanduser normpath module_from_spec run_path".split()
)
REPLACERS = frozenset({"replace", "evolve", "assoc"})
REPLACER_MODULES = frozenset({"dataclasses", "attr", "attrs", "copy", "dc", ""})
"""`dataclasses.replace(config, lr=0.1)`: an object like the first, but for what is named."""
BUILDERS = frozenset({"cli", "parse", "CLI", "auto_cli", "structured", "from_dict"})
BUILDER_MODULES = frozenset(
    "tyro simple_parsing pyrallis draccus jsonargparse OmegaConf dacite".split()
) | {""}
"""`tyro.cli(Config)`: an object of the class that it is given."""
CONFIGURATIONS = (".yaml", ".yml", ".json", ".toml")
"""A text that ends so is the path of a configuration, and stands for what is loaded from it."""
TYPES = {bool: "bool", int: "int", float: "float", str: "str", type(None): "none"}


def passed_on(node: ast.Call) -> ast.expr | None:
    """The argument whose keys the result of a call has, where there is one.

    A path, the opened file, its text and what is parsed from it count as one object.
    """
    name = last_name(node.func)
    match node:
        case ast.Call(args=[first], keywords=[]) if name in NAMESPACES:
            return first
        case ast.Call(args=[], keywords=[ast.keyword(arg=None, value=other)]):
            return other if name in NAMESPACES or name == "dict" else None
        case ast.Call(args=[first, *_], keywords=[]) if name in COPIES:
            return first
        case ast.Call(func=ast.Attribute(value=ast.Name("OmegaConf")), args=[first, *_]):
            return first if name in OMEGACONF or name in LOADERS else None
        case ast.Call(args=[first, *_]) if name in OPENERS:
            return first
        case ast.Call(args=[first]) if name in REPLACERS:
            return replaced(node)
        case ast.Call(args=[first]) if name == "structured" and _owner(node.func) == "OmegaConf":
            return None if last_name(first)[:1].isupper() else first
        case ast.Call(func=ast.Attribute(value=ast.Name(id=owner)), args=[first, *_]):
            is_loader = name in LOADERS or name in SERIES
            return first if is_loader and owner in LIBRARIES else None
        case ast.Call(args=[_, second, *_]) if name in IMPORTERS:
            return second
        case ast.Call(func=ast.Name(), args=[first, *_]) if name in LOADERS - {"load"}:
            return first
        case ast.Call(args=[_, *_, ast.Constant(value=str(path)) as last]) if name == "join":
            return last if path.endswith(CONFIGURATIONS) else None
    return None


def replaced(node: ast.Call) -> ast.expr | None:
    """The object that `replace(config, lr=0.1)` takes for a pattern."""
    match node:
        case ast.Call(args=[first], keywords=[_, *_]) if last_name(node.func) in REPLACERS:
            return first if _owner(node.func) in REPLACER_MODULES else None
    return None


def built_class(node: ast.Call) -> ast.expr | None:
    """The class of whose objects a call makes one: `tyro.cli(Config)`, `parse(config_class=C)`."""
    if last_name(node.func) not in BUILDERS or _owner(node.func) not in BUILDER_MODULES:
        return None
    named = [each.value for each in node.keywords if each.arg in ("config_class", "data_class")]
    given = next(iter((*named, *node.args)), None)
    name = "" if given is None else last_name(given)
    return given if name[:1].isupper() and not name.isupper() else None


def _owner(function: ast.expr) -> str:
    """`dataclasses` of `dataclasses.replace`, nothing of `replace`."""
    if isinstance(function, ast.Attribute):
        return last_name(function.value) or "<expression>"
    return ""


def call_step(node: ast.Call) -> str:
    """The step of a call; with its place, as two calls may return two objects."""
    return f"()@{node.lineno}:{node.col_offset}"


def last_name(node: ast.AST) -> str:
    """The last name of a function expression: `HParams` of `tf.contrib.training.HParams`."""
    if type(node) is ast.Name:
        return node.id
    return node.attr if type(node) is ast.Attribute else ""


def value_of(node: ast.expr, source: str) -> Value:
    """The value of a default as far as it is literal."""
    if type(node) is ast.Constant:
        kind = TYPES.get(type(node.value), "unknown")
        literal = None if kind == "unknown" else node.value
        return tuple.__new__(Value, (source, kind, literal, None, None))
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return Value(source, TYPES[type(number)], -number)
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            items = tuple(value_of(each, "") for each in elements)
            if all(item.type in TYPES.values() for item in items):
                return Value(source, "list", tuple(_scalar(item) for item in items))
            return Value(source, "list")
        case ast.Dict():
            return Value(source, "mapping")
    return Value(source, "unknown")


def _scalar(value: Value) -> Scalar:
    assert not isinstance(value.literal, tuple)
    return value.literal
