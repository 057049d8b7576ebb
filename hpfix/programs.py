"""What a program takes from its command line: the options it declares, and the configuration that
`name=value` changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from hpfix.facts import Facts, Flow
from hpfix.model import Expression
from hpfix.objects import Declared, Definition, File, Instance, Module, Object, Parser, Unknown
from hpfix.scopes import CHANGED, CLASSES, COMPOSED, FLAGS, LOADED, OBJECTS, OPTIONS, STORED
from hpfix.steps import PARSED as PARSED_BY
from hpfix.steps import PARSED_INTO

if TYPE_CHECKING:
    from hpfix.holdings import Holdings

COMMANDS = frozenset({"click", "typer"})
PARSED = frozenset({"argparse", "flags"})
LENIENT = frozenset({".parse_known_args", ".parse_known_intermixed_args"})
"""How the name begins of what a parser of classes returns."""
FARTHEST = 3
"""So many files further a `main` is followed: `from package.cli import main`, then `main()`."""


class Programs:
    """What each file of a project takes from the command line when it is run."""

    def __init__(self, holdings: Holdings, facts: Mapping[str, Facts]) -> None:
        self._holdings, self._facts = holdings, facts

    def options(self, path: str) -> tuple[Object, ...]:
        """The objects that hold the options: of argparse, click, typer, flags, classes of fields.

        None where the file parses no command line that can be seen, or leaves it to Hydra.
        """
        layer, seen = [path], {path}
        for _ in range(FARTHEST):
            if any(self._fills_others(each) for each in layer):
                return ()
            found = dict.fromkeys(held for each in layer for held in self._own(each))
            if found:
                # of several files that are imported, it is not known which one it starts
                return tuple(found) if layer == [path] or len(found) == 1 else ()
            if layer == [path] and self._is_left_to_hydra(path):
                return ()
            layer = [other for each in layer for other in self._imported(each) if other not in seen]
            seen.update(layer)
        return ()

    def configurations(self, path: str) -> tuple[Object, ...]:
        """What Hydra composes for the file's `main`, or OmegaConf merges with a command line:
        `python train.py model.lr=0.1` changes it."""
        found: dict[Object, None] = {}
        for flow in self._flows(path):
            if _is_composed(flow.source) or flow.source.steps[-1] == CHANGED:
                found.update(dict.fromkeys(self._holdings.of(flow.target)))
        return tuple(each for each in found if not isinstance(each, (Unknown, File)))

    def takes_more(self, path: str) -> bool:
        """Whether what the command line gives is added to a configuration that lacks it."""
        return any(each.source.steps[-1] == CHANGED for each in self._flows(path))

    @cached_property
    def composed(self) -> tuple[tuple[Object, ...], ...]:
        """What Hydra composes for each program that begins with a file."""
        found = (self.configurations(path) for path in self._facts if path.endswith(".py"))
        return tuple(each for each in found if each)

    @cached_property
    def lenient(self) -> frozenset[Expression]:
        """What holds the parsers that pass over what they do not know (`parse_known_args`)."""
        found: set[Expression] = set()
        for facts in self._facts.values():
            for each in _evaluated(facts):
                for number, step in enumerate(each.steps[1:], 1):
                    if step in LENIENT:
                        parser = Expression(each.scope, each.steps[:number])
                        held = self._holdings.of(parser)
                        found.update(one.schema.holder for one in held if isinstance(one, Parser))
        return frozenset(found)

    def _flows(self, path: str) -> Iterable[Flow]:
        return self._facts[path].flows if path in self._facts else ()

    def _is_left_to_hydra(self, path: str) -> bool:
        """Whether Hydra takes the whole command line for a function of the file."""
        return any(
            len(flow.target.steps) == 1 and _is_composed(flow.source) for flow in self._flows(path)
        )

    def _own(self, path: str) -> tuple[Object, ...]:
        facts = self._facts.get(path)
        if facts is None:
            return ()
        parsed = dict.fromkeys(self._parsed(facts))
        # what other programs give a function of this file is theirs
        ours = [each for each in parsed if _is_of(each, path)]
        commands = (each for each in facts.schemas if each.form in COMMANDS)
        return (*(ours or parsed), *(Declared(each) for each in commands))

    def _fills_others(self, path: str) -> bool:
        """`HfArgumentParser((Ours, TrainingArguments))`: a class that nothing shows has options."""
        for flow in self._flows(path):
            for number, step in enumerate(flow.source.steps):
                if step in PARSED_INTO:
                    owner = Expression(flow.source.scope, flow.source.steps[:number])
                    if any(map(self._is_open, self._holdings.of(owner))):
                        return True
        return False

    def _is_open(self, held: Object) -> bool:
        if not isinstance(held, Parser):
            return False
        classes = self._holdings.field_of(held, CLASSES)
        return not all(isinstance(each, Definition) for each in classes)

    def _parsed(self, facts: Facts) -> Iterator[Object]:
        """`args = parser.parse_args()`, `main(get_args())`, `return parser.parse_args()`, and
        `parser.parse_args().lr`."""
        receivers = [each.receiver for each in facts.references]
        parsed = (each for each in receivers if not PARSED_BY.isdisjoint(each.steps))
        for each in (*_evaluated(facts), *parsed):
            if each.steps[-1] in (LOADED, COMPOSED, CHANGED, OPTIONS):
                continue
            fills = any(step == OBJECTS or step in PARSED_INTO for step in each.steps)
            for held in self._holdings.of(each):
                is_namespace = isinstance(held, Declared) and held.schema.form in PARSED
                # `HfArgumentParser(Config).parse_args_into_dataclasses()`: one object of each class
                if is_namespace or (fills and isinstance(held, Instance)):
                    yield held
        if self._holdings.flags is not None and any(
            receiver.steps[0] in (FLAGS, "FLAGS") for receiver in receivers
        ):
            yield Declared(self._holdings.flags)

    def _imported(self, path: str) -> Iterator[str]:
        """The files of which the file imports something: one of them may be all that it runs."""
        for flow in self._flows(path):
            if flow.target.scope == path and flow.source.steps[0].startswith("import:"):
                for held in self._holdings.of(flow.source):
                    if isinstance(held, Definition):
                        yield held.scope.partition("::")[0]
                    elif isinstance(held, Module):
                        yield held.path


def _is_composed(source: Expression) -> bool:
    """Whether Hydra puts the object together, from files or from what is stored."""
    return source.steps[-1] == COMPOSED or source.steps[-1].startswith(STORED)


def _evaluated(facts: Facts) -> Iterator[Expression]:
    yield from (each.source for each in facts.flows)
    yield from (argument for call in facts.calls for _, argument in call.arguments)
    yield from (each.mapping for each in facts.spreads)


def _is_of(held: Object, path: str) -> bool:
    """Whether the file itself makes the parser."""
    return isinstance(held, Declared) and held.schema.place.path == path
