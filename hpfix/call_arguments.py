"""What a call of the project's own functions and classes fills: parameters, fields."""

from __future__ import annotations

from collections.abc import Mapping

from hpfix.model import Call, Facts
from hpfix.scopes import INSTANCE
from hpfix.steps import RETURNING


def callable_names(facts: Mapping[str, Facts]) -> frozenset[str]:
    """Every name that may be one of the project's functions or classes where it is called.

    What no file of the project defines, assigns, imports or passes on under this name is none:
    `x.append(lr)`, `torch.tensor(lr)`.
    """
    names = {each[1:] for each in RETURNING}
    for one in facts.values():
        for scope in one.scopes:
            names.add(scope.name.rpartition(":")[2].rpartition(".")[2])
            names |= scope.bound
            names.update(scope.parameters)
        names.update(flow.target.steps[-1].lstrip(".") for flow in one.flows)
        for call in one.calls:
            names.update(where for where, _ in call.arguments if isinstance(where, str))
    return frozenset(names)


def may_be_ours(call: Call, names: frozenset[str]) -> bool:
    """Whether what is called may be the project's, by its last name."""
    last = call.function.steps[-1]
    return last[0] in "([<" or last.lstrip(".") in names


def of_own_classes(call: Call) -> Call:
    """`super().__init__(config)`: of what many derived classes pass to one base, the objects of
    classes alone; any other schemas would be taken for one another's, and count as handed out."""
    arguments = tuple((where, each.then(INSTANCE)) for where, each in call.arguments)
    return call._replace(arguments=arguments)
