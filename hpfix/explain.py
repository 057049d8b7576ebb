"""The rules in their own words."""

from __future__ import annotations

from collections.abc import Iterable

from hpfix.nearest import did_you_mean
from hpfix.options import UsageError
from hpfix.rules import Rule, all_rules


def explanation(code: str) -> str:
    """The documentation of a rule, found by its code or its name. Raises UsageError."""
    rules = all_rules()
    for rule in rules:
        if code.upper() == rule.CODE or code.lower() == rule.NAME:
            return f"{rule.CODE} {rule.NAME}\n\n{rule.__doc__.strip()}\n"
    names = [word for rule in rules for word in (rule.CODE, rule.NAME)]
    raise UsageError(f"there is no rule `{code}`{_hint(code, names)}")


def overview() -> str:
    """One line for each rule: code, name, and the first sentence of its documentation."""
    rules = all_rules()
    width = max(len(rule.NAME) for rule in rules)
    return "".join(f"{rule.CODE}  {rule.NAME:<{width}}  {_title(rule)}\n" for rule in rules)


def require_codes(codes: Iterable[str]) -> None:
    """Refuse a code that is no rule's and begins none. Raises UsageError."""
    known = [rule.CODE for rule in all_rules()]
    for code in codes:
        if not any(each.startswith(code) for each in known):
            raise UsageError(f"there is no rule `{code}`{_hint(code.upper(), known)}")


def _hint(word: str, known: list[str]) -> str:
    return did_you_mean(word, known) or "; `hpfix explain` lists the rules"


def _title(rule: Rule) -> str:
    return rule.__doc__.strip().split("\n")[0].rstrip(".")
