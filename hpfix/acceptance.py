"""Whether a declaration accepts a value where it arrives: as text behind `name=`, or as an object.

The rules are those of tensor2tensor's HParams (`parse`, and `_cast_to_type_if_compatible` for
`set_hparam` and `override_from_dict`) and of argparse; research/dialects.md 1.1 and 1.2 have what
was measured of them.
"""

from __future__ import annotations

from ast import literal_eval
from typing import NamedTuple

from hpfix.model import Declaration, Range, Value
from hpfix.ranges import fault_of, is_same

BOOLEANS = frozenset({"true", "True", "false", "False"})


FRACTIONAL = frozenset(
    "float double uniform loguniform log_uniform quniform normal suggest_float".split()
)
"""The words for a type of fractions in search spaces (dialects 3)."""
NUMBERS = frozenset({"int", "float"})
OPAQUE = frozenset({"unknown", "none"})
PLACEHOLDERS = ("<", ">", "{", "}", "[", "]", "|", "$", "...", "…", "/", "%", "*", "@", "(", "`")


class Kind(NamedTuple):
    """What a declaration takes: a type of `model.Value`, and whether it takes a list of them."""

    type: str
    is_list: bool = False

    def __str__(self) -> str:
        return f"list of {self.type}" if self.is_list else self.type


def kind_of(default: Value | None) -> Kind:
    """The kind that a default gives its hyperparameter; `unknown` when the default is computed."""
    match default:
        case None:
            return Kind("unknown")
        case Value(type="list", literal=(first, *_)):
            return Kind("none" if first is None else type(first).__name__, is_list=True)
        case Value(type="list"):
            return Kind("unknown", is_list=True)
    return Kind(default.type)


def objection(key: str, kind: Kind, space: Range) -> str | None:
    """Why some value of the range would not be accepted, or None when all would be."""
    refused = refused_range(key, kind, space)
    if refused is not None:
        return refused
    fault = fault_of(space)
    return None if fault is None else fault.said


def refused_range(key: str, kind: Kind, space: Range) -> str | None:
    """Why a declaration of this kind refuses some value of the range behind `name=`."""
    if space.type in FRACTIONAL and kind.type in ("int", "bool") and not kind.is_list:
        return f"suggests {space.type} values for a declared {kind}"
    ends = (space.low, space.high) if space.base is None else ()
    for value in (*ends, *space.choices, space.default):
        text = as_override(value)
        reason = None if text is None else refused_text(key, text, kind)
        if reason is not None:
            return reason
    return None


def refused_text(key: str, text: str, kind: Kind) -> str | None:
    """Why `HParams.parse` refuses `key=text` for a key of that kind; None where it accepts it."""
    if kind.type == "unknown":
        return None
    in_brackets = text.startswith("[")
    is_whole = text.find("]") == len(text) - 1 if in_brackets else not {",", "["} & set(text)
    if not is_whole:
        return f"`{key}={text}` is not a list of name=value"
    return refused_value(key, text, kind)


def refused_value(name: str, value: str, kind: Kind) -> str | None:
    """Why `HParams.parse` refuses the value of one clause `name=value`, or None."""
    in_brackets = value.startswith("[")
    if in_brackets and not kind.is_list:
        return f"`{name}` takes a single value, not a list"
    if kind.is_list and not in_brackets:
        return f"`{name}` takes a list: [{value}]"
    if kind.type == "none":
        return f"`{name}` is None by default, which gives the parser no type"
    items = value[1:-1].replace(",", " ").split(" ") if in_brackets else [value]
    for item in items:
        if (item or not in_brackets) and not _reads_as(item, kind.type):
            return f"`{item}` does not read as {kind.type}"
    return None


def _reads_as(text: str, type_name: str) -> bool:
    """Whether the constructor that the parser calls takes the text."""
    match type_name:
        case "bool":
            return text in BOOLEANS or _reads_as(text, "int")
        case "int" | "float":
            try:
                (int if type_name == "int" else float)(text)
            except ValueError:
                return False
            return True
        case "mapping":
            return False
    return True


def refused_object(value: Value, default: Value | None) -> str | None:
    """Why `set_hparam` refuses the value for a key with that default."""
    kind = kind_of(default)
    if kind.type in OPAQUE or value.type == "unknown":
        return None
    if value.type == "list":
        if not kind.is_list:
            return f"a list for a declared {kind}"
        if value.source.startswith("("):
            return f"a tuple for a declared {kind}"
        items = value.literal if isinstance(value.literal, tuple) else ()
        words = [kind_of(Value("", type(each).__name__)).type for each in items]
        refused = next((each for each in words if not casts(each, kind.type)), None)
        return None if refused is None else f"a list with {refused} for a declared {kind}"
    if kind.is_list:
        return f"a single value for a declared {kind}"
    return None if casts(value.type, kind.type) else f"{value.type} for a declared {kind}"


def casts(given: str, declared: str) -> bool:
    """Whether `set_hparam` turns one type into the other: int into float, and nothing else."""
    if declared == "float":
        return given in NUMBERS
    return given == declared


def refused_option(text: str, declared: Declaration) -> str | None:
    """Why argparse refuses this text for an option."""
    if declared.type == "flag":
        return f"a flag takes no value, and is given `{text}`"
    if declared.type in ("int", "float") and not _reads_as(text, declared.type):
        is_meant = any(each.isdigit() for each in text)  # `--epochs n` shows what to give
        return f"`{text}` does not read as {declared.type}" if is_meant else None
    known = [each for each in declared.choices if each.literal is not None]
    if not known or len(known) < len(declared.choices) or declared.type not in CONVERTED:
        return None
    given = CONVERTED[declared.type](text)
    if not any(each.literal == given for each in known):
        return f"`{text}` is none of its choices"
    return None


CONVERTED = {None: str, "str": str, "int": int, "float": float}
"""What makes the value of an option out of its text, as far as it is known."""


def is_placeholder(text: str) -> bool:
    """Whether a word of a command stands for a value that somebody has to give: `N`, `<rate>`."""
    is_name = text.isupper() or text.lower().startswith(("your", "path", "my"))
    return not text or is_name or any(mark in text for mark in PLACEHOLDERS)


def refused_options(space: Range, declared: Declaration) -> str | None:
    """Why argparse refuses some value of a range, each of which arrives as a text."""
    if space.type in FRACTIONAL and declared.type == "int":
        return f"suggests {space.type} values for an option of type=int"
    for value in (space.low, space.high, *space.choices):
        text = None if value is not None and value.type == "list" else as_override(value)
        reason = None if text is None else refused_option(text, declared)
        if reason is not None:
            return reason
    return None


def refused_argument(space: Range, declared: Declaration) -> str | None:
    """Why code that takes any value is not meant for one of a range, by the type of the default.

    Python itself refuses none; whole numbers and fractions stand for each other.
    """
    wanted = kind_of(declared.value)
    if wanted.is_list or wanted.type not in ("int", "float", "bool", "str"):
        return None
    for value in (space.low, space.high, *space.choices):
        given = kind_of(value)
        is_known = not given.is_list and given.type in ("int", "float", "bool", "str")
        if value is not None and is_known and _sort(given.type) != _sort(wanted.type):
            return f"{value.source} is {given.type}, and the default is {wanted}"
    return None


def _sort(kind: str) -> str:
    return "number" if kind in NUMBERS else kind


def refused_merge(value: Value, declared: Value | None) -> str | None:
    """Why yacs refuses a value for a key with that default: it wants the very type.

    `_check_and_coerce_cfg_value_type` in yacs/config.py; text is read as Python first.
    """
    if declared is None:
        return None
    kinds = _as_python(value), declared.type
    if kinds[0] == kinds[1] or not MERGED.issuperset(kinds):
        return None
    return f"{kinds[0]} for a declared {kinds[1]}"


MERGED = frozenset({"int", "float", "bool", "str", "list"})


def _as_python(value: Value) -> str:
    """The type of a value of YAML once yacs has read it as Python."""
    if not isinstance(value.literal, str):
        return value.type
    try:
        found = literal_eval(value.literal)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return "str"
    names = {tuple: "list", type(None): "none"}
    return names.get(type(found), type(found).__name__)


def stray_default_of(declared: Declaration) -> str | None:
    """What is wrong with the default of an option whose choices are written down."""
    default, choices = declared.value, declared.choices
    if default is None or not choices or any(each.literal is None for each in choices):
        return None
    match default:
        case Value(type="unknown" | "none" | "mapping" | "bool") | Value(literal=""):
            return None  # nothing is chosen by default
        case Value(literal=str()) if declared.type not in (None, "str", *CONVERTED):
            return None  # argparse converts it, by what was not run: `type=str.lower`
        case Value(literal=tuple()) if any(isinstance(each.literal, tuple) for each in choices):
            given = [default]  # one of several sizes, whole
        case Value(literal=tuple(items)):
            given = [Value(repr(each), type(each).__name__, each) for each in items]
        case _:
            given = [_converted(default, declared.type)]
    for each in given:
        if not any(is_same(each, one) for one in choices):
            return f"its default {each.source} is none of its choices"
    return None


def _converted(default: Value, kind: str | None) -> Value:
    """argparse converts a default that is text."""
    if isinstance(default.literal, str) and kind in ("int", "float"):
        try:
            number = CONVERTED[kind](default.literal)
        except ValueError:
            return default
        return default._replace(type=kind, literal=number)
    return default


def as_override(value: Value | None) -> str | None:
    """The value as a program puts it behind `name=`; None when it is computed or absent."""
    match value:
        case None | Value(type="unknown" | "mapping"):
            return None
        case Value(literal=tuple(items)):
            return str(list(items))
    return str(value.literal)
