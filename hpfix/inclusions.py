"""What objects take their keys from: `{**base, "lr": 0.1}`, `settings.update(loaded)`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from hpfix.depth import DEEPEST
from hpfix.facts import Inclusion
from hpfix.holdings import Holdings
from hpfix.model import Declaration, Expression, Schema
from hpfix.objects import Instance, Object, Unknown

_Question = tuple[type[Object], tuple[Expression, ...]]
"""Of which sources the schemas are asked for, and what among them is not asked further."""
_Answer = tuple[tuple[Schema, ...], ...]


class Inclusions:
    """The sources of each object's keys, and what these declare as far as `declaring` tells.

    `is_settled` is set when what `declaring` gives no longer changes: then answers are kept.
    """

    def __init__(
        self,
        inclusions: Iterable[Inclusion],
        holdings: Holdings,
        declaring: Callable[[Object], Iterable[Schema]],
    ) -> None:
        self._holdings, self._declaring = holdings, declaring
        sources: dict[Object, list[Expression]] = defaultdict(list)
        for each in inclusions:
            for held in holdings.of(each.receiver):
                sources[held].append(each.source)
        self.sources: Mapping[Object, Sequence[Expression]] = dict(sources)
        self.is_settled = False
        self._asked: dict[_Question, _Answer] = {}
        """What was asked within the question that is being answered."""
        self._answers: dict[_Question, _Answer] = {}
        self._depth = 0

    def schemas_of(self, held: Object) -> _Answer:
        """The schemas that an object takes its keys from, by source; none where nothing shows them.

        Of objects that take each other's keys over, each is asked once within one question.
        """
        sources = self.sources.get(held)
        if sources is None:
            return ()
        if self._depth >= DEEPEST:
            return ((),)
        unfit = Instance if isinstance(held, Instance) else Unknown
        question = unfit, tuple(sources)
        answer = self._answers.get(question) or self._asked.get(question)
        if answer is None:
            is_outermost = not self._asked
            self._asked[question] = ()  # what it takes from itself adds nothing
            self._depth += 1
            found = (
                dict.fromkeys(
                    schema
                    for each in self._holdings.of(source)
                    if not isinstance(each, unfit)
                    for schema in self._declaring(each)
                )
                for source in sources
            )
            answer = self._asked[question] = tuple(map(tuple, found))
            self._depth -= 1
            if is_outermost:
                self._asked = {}
                if self.is_settled:
                    self._answers[question] = answer
        return answer

    def taken_over(self, held: Object) -> tuple[tuple[Declaration, ...], bool]:
        """The keys that an object has from others, and whether these are all."""
        if self._depth >= DEEPEST:
            return (), False
        declarations: list[Declaration] = []
        is_whole = True
        self._depth += 1
        for source in self.sources.get(held, ()):
            schemas = [
                schema
                for each in self._holdings.of(source)
                if each != held
                for schema in self._declaring(each)
            ]
            is_whole = is_whole and bool(schemas) and all(each.closed for each in schemas)
            declarations += [each for schema in schemas for each in schema.declarations]
        self._depth -= 1
        return tuple(declarations), is_whole
