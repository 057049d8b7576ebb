"""What is wrong with a range in itself, by what its tuner makes of it (dialects 3 and 3.1)."""

from __future__ import annotations

from typing import NamedTuple

from hpfix.findings import Severity
from hpfix.model import Range, Value

STRICT = frozenset({"wandb", "determined", "nni", "ax"})
"""The tuners that want the lower bound below the upper one; the others take equal ones."""
HALF_OPEN = frozenset({"randint"})
"""The distributions that never give their upper bound."""
HALF_OPEN_TUNERS = frozenset({"ray", "nni", "hyperopt"})
TURNED = frozenset({"uniform", "loguniform"})
"""Of Ray, which samples between the bounds whichever is the lower one."""
WEIGHTED = frozenset({"choice", "pchoice"})
"""Sampled with replacement: to name a value twice makes it twice as likely."""
WHOLE = "int"
NARROW = 1
"""Between bounds that are no farther apart there is no whole number beside them."""


class Fault(NamedTuple):
    """What is wrong, as a sentence without its subject, and how bad that is at run time."""

    severity: Severity
    said: str


def number(value: Value | None) -> float | None:
    """The number that a value is, or spells; nothing else, and no truth value."""
    match value:
        case Value(literal=bool()):
            return None
        case Value(literal=int(found) | float(found)):
            return float(found)
        case Value(literal=str(text)):  # YAML reads 1e-3 as a string
            try:
                return float(text)
            except ValueError:
                return None
    return None


def bounds(space: Range) -> tuple[float | None, float | None]:
    """The least and the greatest value that is tried; powers where the bounds are exponents."""
    low, high = number(space.low), number(space.high)
    if space.base is None:
        return low, high
    return _power(space.base, low), _power(space.base, high)


def _power(base: float, exponent: float | None) -> float | None:
    try:
        return None if exponent is None else base**exponent
    except OverflowError:
        return None


def emptiness(space: Range) -> Fault | None:
    """Bounds with nothing between them, or a list of choices with nothing in it."""
    if space.is_empty:
        return Fault("error", "its list of choices is empty")
    low, high = number(space.low), number(space.high)
    if low is None or high is None or low < high:
        return None
    lower, upper = source(space.low), source(space.high)
    if low > high:
        is_turned = space.tuner == "ray" and space.distribution in TURNED
        return Fault(
            "warning" if is_turned else "error",
            f"its range is empty: {lower} is more than {upper}",
        )
    is_half_open = space.distribution in HALF_OPEN and space.tuner in HALF_OPEN_TUNERS
    if space.tuner in STRICT or is_half_open:
        return Fault("error", f"its range is empty: {lower} is not less than {upper}")
    return None


def repetition(space: Range) -> Fault | None:
    """A choice that is there twice."""
    seen: set[object] = set()
    for each in space.choices:
        if each.literal is None or each.type == "unknown":
            continue
        meaning = (each.type, each.literal)
        if meaning in seen:
            is_weight = space.distribution in WEIGHTED
            said = f"its choice {source(each)} is there twice"
            return Fault("note" if is_weight else "warning", said)
        seen.add(meaning)
    return None


def misstep(space: Range) -> Fault | None:
    """A step that goes nowhere, beyond the range, or past its end."""
    step, low, high = number(space.step), number(space.low), number(space.high)
    if step is None:
        return None
    if step <= 0:
        return Fault("error", f"its step {source(space.step)} is not above zero")
    if space.log and space.tuner == "optuna":
        if step == 1 and space.type == WHOLE:
            return None
        return Fault("error", "Optuna takes no step where the scale is logarithmic")
    if space.log or low is None or high is None or low >= high:
        return None
    if step > high - low:
        said = f"its step {source(space.step)} is more than its range"
        return Fault("warning", f"{said}: nothing but {source(space.low)} is tried")
    if space.tuner != "wandb" and not _divides(space):
        said = f"its step {source(space.step)} does not reach {source(space.high)}"
        return Fault("note", said)
    return None


def _divides(space: Range) -> bool:
    from decimal import Decimal, DecimalException  # few ranges have a step

    try:
        low, high, step = (Decimal(source(one)) for one in (space.low, space.high, space.step))
    except DecimalException:
        return True
    return (high - low) % step == 0


def wrong_scale(space: Range) -> Fault | None:
    """A logarithmic scale from zero or below, and exponents that look like the values meant."""
    low, high = number(space.low), number(space.high)
    if low is None or not space.log:
        return None
    lower = source(space.low)
    if space.base is None and low <= 0:
        said = f"its scale is logarithmic and begins at {lower}"
        if high is not None and high <= 0:
            said += ": the bounds are the values themselves, not exponents"
        return Fault("error", said)
    if space.base is not None and high is not None and 0 < low < high <= 1:
        first, last = (f"{each:.3g}" for each in bounds(space) if each is not None)
        said = f"its bounds {lower} and {source(space.high)} are exponents"
        return Fault("warning", f"{said}: {first} to {last} is tried")
    return None


def continuous_grid(space: Range) -> Fault | None:
    """A grid of W&B over a range without end: it takes whole numbers, and steps of `q`."""
    if space.tuner != "wandb" or space.method != "grid" or space.low is None or space.high is None:
        return None
    if space.step is not None or (space.distribution or "").startswith("q_"):
        return None
    if space.distribution == "int_uniform":
        return None
    if space.distribution is None and not _has_a_fraction(space):
        return None
    return Fault("error", "a grid cannot try a continuous range")


def fault_of(space: Range) -> Fault | None:
    """The first thing for which the tuner, or whoever reads what it tries, takes no such range."""
    return emptiness(space) or continuous_grid(space) or wrong_scale(space) or stray_default(space)


def whole_numbers(space: Range) -> Fault | None:
    """Bounds of which W&B makes a distribution of whole numbers, as it is told no other."""
    is_told = space.distribution is not None or space.step is not None
    if space.tuner != "wandb" or is_told or space.low is None or space.high is None:
        return None
    if space.low.type == space.high.type == "int":
        low, high = number(space.low), number(space.high)
        said = f"W&B tries whole numbers only, as {source(space.low)} and {source(space.high)} are"
        is_narrow = low is not None and high is not None and high - low <= NARROW
        return Fault("warning" if is_narrow else "note", said)
    return None


def _has_a_fraction(space: Range) -> bool:
    return any(each is not None and each.type == "float" for each in (space.low, space.high))


def stray_default(space: Range) -> Fault | None:
    """A default that is never tried itself."""
    found = None if space.default is None else astray(space.default, space)
    return None if found is None else Fault("warning", f"its default {found}")


def astray(value: Value, space: Range) -> str | None:
    """Why a value is none of those that a range gives: `9 is above 8`."""
    given, (low, high) = number(value), bounds(space)
    if given is not None and low is not None and given < low:
        return f"{source(value)} is below {source(space.low)}"
    if given is not None and high is not None and given > high:
        return f"{source(value)} is above {source(space.high)}"
    choices = [each for each in space.choices if each.type != "unknown"]
    if not choices or len(choices) < len(space.choices):
        return None
    if value.type in ("unknown", "none", "mapping"):
        return None
    is_one = any(is_same(value, each) for each in choices)
    return None if is_one else f"{source(value)} is none of its choices"


def is_same(one: Value, other: Value) -> bool:
    """Whether two values are one: `8` and `8.0` are, `1` and `True` are not."""
    if (one.type == "bool") != (other.type == "bool"):
        return False
    return one.literal == other.literal and (one.literal is not None or one.type == other.type)


def source(value: Value | None) -> str:
    """The value as it is written."""
    return "" if value is None else value.source or str(value.literal)
