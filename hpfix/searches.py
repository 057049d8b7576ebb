"""Where the values of each search arrive, as far as the project shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hpfix.facts import Facts, KeyedAccess, Launch, Search, Spread
from hpfix.holdings import Holdings
from hpfix.index import Searched
from hpfix.model import Expression, Reference
from hpfix.objects import Declared, Definition, Module, Name, Names, Object, Unknown
from hpfix.records import is_record
from hpfix.scopes import ELEMENTS, KEYS
from hpfix.whole import HARMLESS

NAMESPACES = frozenset(
    "dict SimpleNamespace Namespace Munch munchify EasyDict edict AttrDict AttributeDict Dotdict "
    "DotDict dotdict DotMap Box Bunch ConfigDict CfgNode CN DictConfig HParams Hparams".split()
)
"""Classes of other libraries whose objects have the keys that they are given."""
KEEPING = frozenset(
    "dump safe_dump dumps save save_pretrained log log_params log_param log_hyperparams "
    "add_hparams pprint pformat pp update append setdefault str repr len format join write "
    "warning error exception critical init to_yaml create save_hyperparameters sorted wandb_log "
    "log_config bool any all copy from_dict".split()
)
"""Functions that show what they are given, keep it, or put it where it is read by name."""
ASKING = {"determined": (("get_hparam(", "hparams["), ("**hparams", "get_hparams()", "**self.hp"))}
"""What the programs of a tuner mention that ask for values by name; for all of them."""
SPELLING = ("subprocess", "sys.argv", "os.system", "compose(", "merge_from_list", "from_dotlist")
"""What a file mentions that may make command lines of names."""


def searched(
    texts: Mapping[str, str], facts: Mapping[str, Facts], holdings: Holdings
) -> tuple[Searched, ...]:
    """Every search of the project; one of an archive is none."""
    found = [
        each
        for path, one in facts.items()
        if not is_record(path)
        for each in one.searches
        if each.parameters
    ]
    if not found:
        return ()
    arrivals = _Arrivals(texts, facts, holdings)
    declared = _nested_keys(facts, frozenset(each.place.path for each in found))
    return tuple(arrivals.of(each)._replace(declared=declared) for each in found)


def _nested_keys(facts: Mapping[str, Facts], searches: frozenset[str]) -> frozenset[str]:
    """The keys below another key of the configuration files, but of those that say what to try."""
    return frozenset(
        key
        for path, one in facts.items()
        if path not in searches
        for schema in one.schemas
        if schema.form == "config file" and len(schema.holder.steps) > 1
        for key in schema.keys
    )


class _Arrivals:
    """What is known of a project's values of one kind; what is asked is kept."""

    def __init__(
        self, texts: Mapping[str, str], facts: Mapping[str, Facts], holdings: Holdings
    ) -> None:
        self._texts, self._facts, self._holdings = texts, facts, holdings
        self._launches = [each for one in facts.values() for each in one.launches]
        self._looked_up: dict[Object, list[Reference]] = {}
        self._users: dict[Unknown, frozenset[str]] = {}
        self._whole: dict[Object, frozenset[str]] = {}
        self._closures: dict[str, frozenset[str]] = {}

    def of(self, search: Search) -> Searched:
        """A search with the way of its values."""
        starts = self._starts(search)
        within = frozenset().union(*(self._closure(each) for each in starts))
        if search.values is None:
            return self._by_words(search, within)
        held = [each for each in self._holdings.of(search.values) if isinstance(each, Unknown)]
        users = frozenset().union(*(self._users_of(each) for each in held))
        whole = frozenset().union(*(self._whole_in(each) for each in held))
        reads = tuple(each for one in held for each in self._reads_of(one))
        is_known = not within.isdisjoint(users)
        return Searched(search, is_known, bool(whole & (within or whole)), reads)

    def _by_words(self, search: Search, within: frozenset[str]) -> Searched:
        """Of a tuner whose values are asked for one by one, or taken from any object."""
        asking, taking = ASKING.get(search.tuner, ((), ()))
        texts = [self._texts.get(each, "") for each in within]
        is_known = any(word in text for text in texts for word in asking)
        is_whole = any(word in text for text in texts for word in taking)
        return Searched(search, is_known, is_whole)

    def _starts(self, search: Search) -> frozenset[str]:
        """The files that a trial runs first: the program, or what holds the function."""
        path = search.place.path
        if search.script is not None:
            return self._files(search.script, path)
        started = [each for each in self._launches if self._is_of(each, search)]
        scripts = [(each.script, each.place.path) for each in started if each.script is not None]
        if scripts:
            return frozenset().union(*(self._files(*each) for each in scripts))
        beside = {each.place.path for each in started}
        return frozenset(
            held.scope.partition("::")[0]
            for each in self._launches
            if each.function is not None and each.place.path in beside
            for held in self._holdings.of(each.function)
            if isinstance(held, Definition)
        )

    def _files(self, script: str, named_in: str) -> frozenset[str]:
        modules = self._holdings.modules
        find = modules.file if script.endswith(".py") else modules.find
        found = find(script.removeprefix("./"), named_in)
        return frozenset() if found is None else frozenset({found})

    def _is_of(self, launch: Launch, search: Search) -> bool:
        """Whether a call starts the search: it stands beside it, or is given the file."""
        path = search.place.path
        if launch.place.path == path:
            return True
        held = () if launch.space is None else self._holdings.of(launch.space)
        return any(
            (isinstance(each, Declared) and each.schema.place.path == path)
            or (isinstance(each, Names) and each.holder.path == path)
            for each in held
        )

    def _closure(self, path: str) -> frozenset[str]:
        """The file and all of the project that it imports."""
        known = self._closures.get(path)
        if known is None:
            seen, queue = {path}, [path]
            while queue:
                for other in self._imported(queue.pop()):
                    if other not in seen:
                        seen.add(other)
                        queue.append(other)
            known = self._closures[path] = frozenset(seen)
        return known

    def _imported(self, path: str) -> Iterator[str]:
        facts = self._facts.get(path)
        for flow in () if facts is None else facts.flows:
            if flow.source.steps[0].startswith("import:"):
                for length in (1, len(flow.source.steps)):
                    source = Expression(flow.source.scope, flow.source.steps[:length])
                    for held in self._holdings.of(source):
                        if isinstance(held, Module):
                            yield held.path
                        elif isinstance(held, Definition):
                            yield held.scope.partition("::")[0]

    def _reads_of(self, held: Object) -> list[Reference]:
        """What is looked up by name in an object, and in what takes its keys over."""
        found = self._looked_up.get(held)
        if found is None:
            holders = {held, *self._receiving(held)}
            found = self._looked_up[held] = [
                each
                for one in self._facts.values()
                for each in one.references
                if each.mode == "read"
                and each.receiver.scope
                and not holders.isdisjoint(self._holdings.of(each.receiver))
            ]
        return found

    def _receiving(self, held: Object) -> Iterator[Object]:
        """The objects that get every key: `for k, v in config.items(): setattr(args, k, v)`."""
        for one in self._facts.values():
            for access in one.keyed:
                if access.mode == "write" and self._is_key_of(access.key, held):
                    yield from self._holdings.of(access.receiver)
            for inclusion in one.inclusions:
                if held in self._holdings.of(inclusion.source):
                    yield from self._holdings.of(inclusion.receiver)

    def _is_key_of(self, key: Expression, held: Object) -> bool:
        """Whether a computed key is one of an object that is iterated."""
        is_iterated = key.steps[-1] in (ELEMENTS, KEYS)
        return is_iterated and held in self._holdings.of(Expression(key.scope, key.steps[:-1]))

    def _users_of(self, held: Unknown) -> frozenset[str]:
        """The files of the tuner's own words in which an expression holds the object."""
        users = self._users.get(held)
        if users is None:
            word = held.steps[0].partition(":")[2].partition(".")[0]
            users = self._users[held] = frozenset(
                path
                for path, one in self._facts.items()
                if word in self._texts.get(path, "")
                and any(held in self._holdings.of(each) for each in _used_in(one))
            )
        return users

    def _whole_in(self, held: Object) -> frozenset[str]:
        """The files that give the object to what may read any key of it."""
        whole = self._whole.get(held)
        if whole is None:
            whole = self._whole[held] = frozenset(self._uses_whole(held))
        return whole

    def _uses_whole(self, held: Object) -> Iterator[str]:
        of = self._holdings.of
        for call in self._holdings.given.foreign_calls:
            is_given = not _is_keeping(call.function)
            if is_given and any(held in of(each) for _, each in call.arguments):
                yield call.function.path
        for path, one in self._facts.items():
            if any(self._is_unpacked(each, held) for each in one.spreads):
                yield path
            if any(self._is_asked(each, held) for each in one.keyed):
                yield path
            if any(word in self._texts.get(path, "") for word in SPELLING):
                sources = (flow.source for flow in one.flows)
                if any(self._is_key_of(each, held) for each in sources):
                    yield path

    def _is_unpacked(self, spread: Spread, held: Object) -> bool:
        """`Trainer(**config)`, of another library"""
        called = self._holdings.of(spread.function)
        is_ours = any(isinstance(each, Definition) for each in called)
        is_seen = is_ours or _is_keeping(spread.function)
        return not is_seen and held in self._holdings.of(spread.mapping)

    def _is_asked(self, access: KeyedAccess, held: Object) -> bool:
        """`config[name]`, for a name that nothing shows"""
        if access.mode != "read" or held not in self._holdings.of(access.receiver):
            return False
        names = self._holdings.of(access.key)
        is_named = bool(names) and all(isinstance(each, Name) for each in names)
        return not is_named and not self._is_key_of(access.key, held)


def _is_keeping(function: Expression) -> bool:
    """Whether nothing is read by name in what a function of another library is given."""
    called = [each for each in function.steps if not each.startswith("()")]
    return bool(called) and called[-1].lstrip(".") in HARMLESS | KEEPING | NAMESPACES


def _used_in(facts: Facts) -> Iterable[Expression]:
    yield from (each.source for each in facts.flows)
    yield from (each.receiver for each in facts.references)
    yield from (argument for each in facts.calls for _, argument in each.arguments)
    yield from (each.mapping for each in facts.spreads)
