"""Python expressions as base name and steps, and literals as values."""

from __future__ import annotations

import ast

from hpfix.model import Expression, Scalar, Value
from hpfix.scopes import DOCUMENTS, LOADED, MADE

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
    "yaml json toml tomllib tomli OmegaConf ruamel simplejson ujson json5 hjson munch".split()
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
CONFIGURATIONS = (".yaml", ".yml", ".json")
"""A text that ends so is the path of a configuration, and stands for what is loaded from it."""
ITEM_GETTERS = frozenset({"get", "pop", "setdefault", "__getitem__"})
ATTRIBUTE_GETTERS = frozenset({"__getattribute__", "__getattr__"})
"""Methods that return what stands under the key that they are given."""
TYPES = {bool: "bool", int: "int", float: "float", str: "str", type(None): "none"}


def expression_of(node: ast.AST | None, scope: str) -> Expression | None:
    """`self.hparams`, `create_hparams()`, `config["model"]` as steps; None for what has no name.

    The step of a literal collection or a call holds its place, so that two of them are never
    taken for one object.
    """
    steps: list[str] = []
    while True:
        match node:
            case ast.Name(id=name):
                return Expression(scope, (name, *reversed(steps)))
            case ast.Attribute(value=value) if is_own_dict(node):
                node = value
            case ast.Attribute(value=value, attr=name):
                steps.append(f".{name}")
                node = value
            case ast.Subscript(value=value, slice=ast.Constant(value=str(key))):
                steps.append(f"[{key}]")
                node = value
            case ast.Subscript(value=value):
                steps.append("[*]")
                node = value
            case ast.Call(func=func):
                looked_up = _looked_up(node)
                if looked_up is not None:
                    node, step = looked_up
                    steps += step
                    continue
                passed, built = passed_on(node), built_class(node)
                if built is not None:
                    steps.append("()")
                elif passed is None:
                    steps.append(call_step(node))
                elif (kind := last_name(func)) in LOADERS or kind in MODULES:
                    steps.append(LOADED)
                elif kind in SERIES:
                    steps.append(DOCUMENTS)
                elif kind in HPARAMS:
                    steps.append(MADE)
                node = built or passed or func
            case ast.Constant(value=str(path)) if path.endswith(CONFIGURATIONS):
                return Expression(scope, (f"file:{path}", *reversed(steps)))
            case ast.BinOp(op=ast.Div(), right=right):  # Path("conf") / "base.yaml"
                node = right
            case ast.Dict() | ast.List() | ast.Tuple() | ast.Set():
                base = f"@{node.lineno}:{node.col_offset}"
                return Expression(scope, (base, *reversed(steps)))
            case ast.Await(value=value) | ast.NamedExpr(value=value) | ast.Starred(value=value):
                node = value
            case _:
                return None


def is_own_dict(node: ast.Attribute) -> bool:
    """`config.__dict__` where it is read: it has the keys of the object."""
    return node.attr == "__dict__" and isinstance(node.ctx, ast.Load)


def _looked_up(node: ast.Call) -> tuple[ast.expr, list[str]] | None:
    """The object in which a call looks up literal keys, and the steps to what it finds, last first.

    `config.get("model")`, `getattr(config, "model")`, `attrgetter("model.encoder")(config)`
    """
    match node:
        case ast.Call(func=ast.Attribute(value, name), args=[ast.Constant(str(key)), *_]):
            if name in ITEM_GETTERS:
                return value, [f"[{key}]"]
            if name in ATTRIBUTE_GETTERS:
                return value, [f".{key}"]
        case ast.Call(func=ast.Name("getattr"), args=[value, ast.Constant(str(key)), *_]):
            return value, [f".{key}"]
        case ast.Call(func=ast.Call(func=getter, args=[ast.Constant(str(path))]), args=[value]):
            match last_name(getter):
                case "attrgetter":
                    return value, [f".{key}" for key in reversed(path.split("."))]
                case "itemgetter":
                    return value, [f"[{path}]"]
    return None


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


def alternatives_of(node: ast.AST | None, scope: str) -> tuple[Expression, ...]:
    """Every expression the node may evaluate to: `a or b`, `a if test else b`.

    Of a sum of lists, `NAMES + ["lr"]`, or of mappings, `base | {"lr": 0.1}`, each of them.
    """
    match node:
        case ast.BoolOp(values=values):
            parts: list[ast.expr] = values
        case ast.IfExp(body=body, orelse=orelse):
            parts = [body, orelse]
        case ast.BinOp(left=left, op=ast.Add(), right=right) if _is_listing(left, right):
            parts = [left, right]
        case ast.BinOp(left=left, op=ast.BitOr(), right=right) if _is_mapping(left, right):
            parts = [left, right]
        case _:
            one = expression_of(node, scope)
            return () if one is None else (one,)
    return tuple(each for part in parts for each in alternatives_of(part, scope))


def _is_listing(*nodes: ast.expr) -> bool:
    return any(isinstance(each, (ast.List, ast.Tuple, ast.ListComp)) for each in nodes)


def _is_mapping(*nodes: ast.expr) -> bool:
    return any(isinstance(each, ast.Dict) for each in nodes) or any(
        isinstance(each, ast.Call) and last_name(each.func) == "dict" for each in nodes
    )


def last_name(node: ast.AST) -> str:
    """The last name of a function expression: `HParams` of `tf.contrib.training.HParams`."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def value_of(node: ast.expr, source: str) -> Value:
    """The value of a default as far as it is literal."""
    match node:
        case ast.Constant(value=literal) if type(literal) in TYPES:
            return Value(source, TYPES[type(literal)], literal)  # type: ignore[arg-type]
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
