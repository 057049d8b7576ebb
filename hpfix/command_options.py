"""What the options of command lines are: keys of the program that is started, however spelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from hpfix.command_lines import COMMAND_LINE
from hpfix.model import REST, Expression, Reference, Schema
from hpfix.objects import Unknown
from hpfix.scopes import LOADED

if TYPE_CHECKING:
    from hpfix.schemas import Schemas

PROGRAM = "program:"
NEGATIONS = ("no-", "no_", "no")
BUILT_IN = frozenset("-h --help --version -V --helpfull --helpshort".split())
FEWEST_ALIKE = 3
"""So many options of which the program has none are another program's."""


class _Options(NamedTuple):
    """The options of one program; `keys` by spelling, `free` are those whose spelling is unseen."""

    schemas: tuple[Schema, ...]
    keys: dict[str, str]
    free: frozenset[str]
    is_open: bool
    is_abbreviated: bool


class CommandOptions:
    """Turns the words of command lines into references to what declares the options.

    `read` tells what the project looks up by name anywhere.
    """

    def __init__(self, known: Schemas, opened: set[Schema], read: Callable[[], Set[str]]) -> None:
        self._known, self._opened, self._read = known, opened, read
        self._options: dict[Expression, _Options | None] = {}
        self._options_of: dict[tuple[Schema, ...], _Options] = {}

    def declared(self, references: Iterable[Reference]) -> Iterator[Reference]:
        """The references with the keys that they are to; without those that are to none.

        What is not known to be the program may have its options by chance: of several, most have
        to be declared before it is said of one that it is not.
        """
        by_command: dict[Expression, list[Reference]] = {}
        for each in references:
            by_command.setdefault(each.receiver, []).append(each)
        overrides: dict[Expression, list[Reference]] = {}
        for receiver, group in by_command.items():
            if not receiver.steps[0].startswith(PROGRAM):
                size = 2 if receiver.steps[1:2] == (LOADED,) else 1
                root = Expression(receiver.scope, receiver.steps[:size])
                overrides.setdefault(root, []).extend(group)
                continue
            options = self._of(receiver)
            if options is None:
                continue
            found = [(each, _resolved(each, options)) for each in group]
            known = [one for _, one in found if one is not None]
            yield from known
            yield from self._undeclared(found, len(known), options)
        for root, group in overrides.items():
            yield from self._overridden(root, group)

    def _overridden(self, root: Expression, references: list[Reference]) -> Iterator[Reference]:
        """The keys of what Hydra composes. A name at the root may be a group that nothing shows,
        and is one of `defaults` where it is not `hydra`'s own."""
        if not self._known.held_by(root):
            return
        known = [each for each in references if self._is_composed(each)]
        lacking = [each for each in references if self._is_lacking(each)]
        mentioned = self._known.holdings.mentioned
        if lacking and mentioned.takes_more(root):
            read = self._read()
            lacking = [each for each in lacking if each.key not in read]
        is_sure = mentioned.is_sure(root)
        yield from known
        if is_sure or len(known) >= len(lacking):
            yield from lacking

    def _is_composed(self, reference: Reference) -> bool:
        return any(reference.key in each.keys for each in self._known.held_by(reference.receiver))

    def _is_lacking(self, reference: Reference) -> bool:
        """Whether every mapping that may stand there is known, and none has the key."""
        receiver, key = reference.receiver, reference.key
        held = self._known.held_by(receiver)
        inside = self._known.holdings.of(receiver.then(f"[{key}]"))
        return (
            len(receiver.steps) > 1
            and bool(held)
            and not any(key in each.keys for each in held)
            and all(each.closed and each not in self._opened for each in held)
            and all(isinstance(each, Unknown) for each in inside)
        )

    def _of(self, receiver: Expression) -> _Options | None:
        if receiver not in self._options:
            schemas = self._known.held_by(receiver)
            self._options[receiver] = self._all_of(schemas) if schemas else None
            held = self._known.holdings.of(receiver)
            options = self._options[receiver]
            # a parser that fills a class of another library has its options, too
            if options is not None and any(isinstance(each, Unknown) for each in held):
                self._options[receiver] = options._replace(is_open=True)
        return self._options[receiver]

    def _all_of(self, schemas: tuple[Schema, ...]) -> _Options:
        """The options that these declare, which are many commands' own."""
        if schemas not in self._options_of:
            self._options_of[schemas] = _options(schemas, self._opened)
        return self._options_of[schemas]

    def _undeclared(
        self,
        found: Sequence[tuple[Reference, Reference | None]],
        known: int,
        options: _Options,
    ) -> Iterator[Reference]:
        receiver = found[0][0].receiver
        lacking = [each for each, one in found if one is None and not _is_built_in(each, options)]
        names = {each.key for each in lacking}
        is_sure = self._known.holdings.mentioned.is_sure(receiver)
        if options.is_open or (len(names) >= FEWEST_ALIKE and not known):
            return
        if not is_sure and known < max(len(names), 1):
            return
        for each in lacking:
            yield each._replace(key=_missing_key(each.key, options))


def _options(schemas: tuple[Schema, ...], opened: set[Schema]) -> _Options:
    keys: dict[str, str] = {}
    free: set[str] = set()
    every = [one for each in schemas for one in each.declarations]
    for each in every:
        for spelling in each.spellings:
            keys.setdefault(spelling, each.key)
        if not each.spellings:
            free.add(each.key)
    is_open = REST in keys or any(each in opened or not each.closed for each in schemas)
    is_abbreviated = any(each.abbreviates for each in schemas)
    return _Options(schemas, keys, frozenset(free), is_open, is_abbreviated)


def _resolved(reference: Reference, options: _Options) -> Reference | None:
    """The reference with the declared key; None where no option is spelled so."""
    name = reference.key
    key = options.keys.get(name)
    if key is not None:
        return reference._replace(key=key)
    bare = name.lstrip("-")
    dest = bare.replace("-", "_")
    if dest in options.free and len(name) - len(bare) == 2:
        return reference._replace(key=dest)
    for negation in NEGATIONS if name.startswith("--") else ():
        positive = dest.removeprefix(negation.replace("-", "_"))
        if positive != dest and positive in options.free:
            place = reference.place
            start = place.column + 2 + len(negation)
            return reference._replace(key=positive, place=place._replace(column=start))
    if name.startswith("--"):
        meant = {key for each, key in options.keys.items() if each.startswith(name)}
        return (
            reference._replace(key=meant.pop())
            if options.is_abbreviated and len(meant) == 1
            else None
        )
    short = options.keys.get(name[:2])  # -b8, -vvv
    return None if short is None else reference._replace(key=short)


def _is_built_in(reference: Reference, options: _Options) -> bool:
    name = reference.key
    bare = name.lstrip("-").replace("-", "_")
    is_dotted = "." in bare
    is_ambiguous = sum(each.startswith(name) for each in options.keys) > 1
    # what names its options otherwise may have any short one
    is_short = not name.startswith("--") and bool(options.free)
    return (
        name in BUILT_IN
        or is_dotted
        or is_short
        or is_ambiguous
        or any(bare in each.reserved for each in options.schemas)
    )


def _missing_key(name: str, options: _Options) -> str:
    """The key that an undeclared option would be; its spelling, where another one is declared."""
    key = name.lstrip("-").replace("-", "_")
    is_long = name.startswith("--")
    return key if is_long and all(key not in each.keys for each in options.schemas) else name


def is_command(reference: Reference) -> bool:
    """Whether a reference is one that a command line makes, be it that of a tuner."""
    return reference.form == COMMAND_LINE or is_tuned(reference)


def is_tuned(reference: Reference) -> bool:
    """Whether a tuner gives the option to the program."""
    return reference.mode == "tune" and reference.receiver.steps[0].startswith(PROGRAM)
