"""Whether a program gets `1e-3` of a YAML file as text, and uses it as the number that it is not.

Of 276 such spellings in real projects one was a mistake: most loaders read a number, and most
programs that use PyYAML convert it. So both have to be seen: that nothing but PyYAML loads, and
that the value goes into what takes no text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hpfix.index import Index
from hpfix.model import Bound, Place, Value

if TYPE_CHECKING:
    from hpfix.evidence.surroundings import Spot

LOADERS = ("yaml.safe_load", "yaml.load", "yaml.full_load", "yaml.unsafe_load", "parse_yaml_file")
"""What reads such a number as text; without one of them nothing is known of the loader."""
CONVERTERS = (
    "omegaconf", "hydra", "ruamel", "jsonargparse", "LightningCLI", "configargparse",
    "add_implicit_resolver", "pydantic", "dacite", "pyrallis", "draccus", "simple_parsing", "tyro",
    "TrlParser", "yacs", "CfgNode", "literal_eval", "marshmallow", "cattrs", "set_defaults",
    "__post_init__", "type_hints", "fields(", "ml_collections", "float(v", "float(x", "isinstance(",
)  # fmt: skip
"""What reads it as a number, or makes one of it where hpfix does not look."""
RAISING = frozenset({"*", "-", "/", "**", "//", "<", ">", "<=", ">="})
"""What no text can be an operand of, together with a number."""
CLOSING = frozenset({"]", ")", "}"})
OPTIMIZER = "optim"
NUMERIC = frozenset({"lr", "eps", "weight_decay", "momentum", "alpha", "lambd"})
"""The parameters of an optimizer that it compares with zero."""
CASTS = frozenset({"float", "int", "eval", "Decimal", "float32", "float64", "tensor", "array"})
CAST = "float("
FIELDS = frozenset({"dataclass", "named tuple"})


def respelled(source: str) -> str | None:
    """The number as YAML 1.1 reads one: `1e-3` is `1.0e-3`, `1e3` is `1.0e+3`."""
    mantissa, letter, exponent = source.partition("e" if "e" in source else "E")
    if not letter or not source.isascii() or "_" in source:
        return None
    mantissa += "" if "." in mantissa else ".0"
    exponent = exponent if exponent[0] in "+-" else f"+{exponent}"
    return f"{mantissa}{letter}{exponent}"


def use_that_raises(index: Index, reads: tuple[Bound, ...]) -> Place | None:
    """Where the value is used as a number; None where it may be converted, or is not so used."""
    from hpfix.evidence.surroundings import spot_in  # for findings only

    found = None
    for each in reads:
        spot = spot_in(index.texts, each.reference.place)
        if spot is None or _is_converted(spot):
            return None
        if found is None and _raises(spot):
            found = each.reference.place
    return found


def is_loaded_as_text(index: Index) -> bool:
    """Whether PyYAML is all that the project loads YAML with, as far as its files say."""
    return _loads_text(tuple(text for path, text in index.texts.items() if path.endswith(".py")))


def is_handed_on(index: Index) -> bool:
    """Whether fields of classes are given what PyYAML loads, as it comes."""
    own = (text for path, text in index.texts.items() if path.endswith(".py") and "yaml" in text)
    return is_loaded_as_text(index) and not any(CAST in text for text in own)


@lru_cache(maxsize=1)
def _loads_text(texts: tuple[str, ...]) -> bool:
    if not any(word in text for text in texts for word in LOADERS):
        return False
    loading = [text for text in texts if "yaml" in text]
    return not any(word.lower() in text.lower() for text in loading for word in CONVERTERS)


def is_text(value: Value | None) -> bool:
    """Whether the value is a number that YAML 1.1 has for text."""
    return value is not None and value.as_text is not None and bool(respelled(value.source))


def _is_converted(spot: Spot) -> bool:
    """`float(config["lr"])`, `np.float32(config.lr)`"""
    before = spot.texts[max(spot.start - 2, 0) : spot.start]
    return len(before) == 2 and before[1] == "(" and before[0] in CASTS


def _raises(spot: Spot) -> bool:
    """`config["lr"] * 0.5`, `0.5 / config.lr`, `optim.Adam(parameters, lr=config["lr"])`"""
    after = spot.texts[spot.at + 1 : spot.at + 3]
    if (after[1:] if after[:1] == ("]",) else after)[:1] in [(each,) for each in RAISING]:
        return True
    before = spot.texts[max(spot.start - 2, 0) : spot.start]
    if len(before) < 2:
        return False
    is_operand = before[1] in RAISING and (before[0].isalnum() or before[0] in CLOSING)
    is_given = before[1] == "=" and before[0] in NUMERIC
    return is_operand or (is_given and OPTIMIZER in _called(spot))


def _called(spot: Spot) -> str:
    """The function whose call the name is in: `torch.optim.Adam`."""
    depth = 0
    for at in range(spot.start - 1, max(spot.start - 60, 0), -1):
        word = spot.texts[at]
        if word in CLOSING:
            depth += 1
        elif word in ("(", "[", "{"):
            if depth == 0:
                return "".join(spot.texts[max(at - 6, 0) : at])
            depth -= 1
    return ""
