"""Whether the `name=value,...` parser of an HParams class accepts a string of overrides.

The rule is that of `HParams.parse` in tensor2tensor (tensor2tensor/utils/hparam.py), which
tf.contrib.training.HParams and most copies of it share: the type of a hyperparameter is the type
of its default, and a list has the type of its first element. What was measured of it is in
research/dialects.md 1.1.
"""

from __future__ import annotations

from collections.abc import Mapping

from hpfix.acceptance import Kind, refused_value
from hpfix.override_clauses import Clause, clauses


def refusal(overrides: str, kinds: Mapping[str, Kind]) -> str | None:
    """Return why the parser would refuse the overrides, or None when it accepts them."""
    parsed = clauses(overrides)
    if parsed is None:
        return f"`{overrides}` is not a list of name=value"
    seen: set[str] = set()
    for clause in parsed:
        if clause.name not in kinds:
            return f"`{clause.name}` is not declared"
        if clause.name in seen:
            return f"`{clause.name}` is assigned twice"
        seen.add(clause.name)
        reason = refused_value(clause.name, clause.value, kinds[clause.name])
        if reason is None and _has_index(clause, overrides):  # layers[0]=3
            reason = "one element of a list cannot be assigned"
        if reason is not None:
            return reason
    return None


def _has_index(clause: Clause, overrides: str) -> bool:
    return overrides.startswith("[", clause.start + len(clause.name))
