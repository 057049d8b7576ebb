"""What the commits of a project say of the declarations of some keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from hpfix.decoding import Undecodable, decode
from hpfix.evidence.history import files_of
from hpfix.evidence.turnings import heirs, is_lost
from hpfix.findings import Finding
from hpfix.head import stamp_of
from hpfix.index import History, Move, Revision
from hpfix.model import Declaration, Expression, Schema
from hpfix.project import Project, repository_of
from hpfix.readers import read

if TYPE_CHECKING:
    from hpfix.git import Change, Repository

SECONDS = 5.0
"""Enough for ten thousand commits of a few files; a person waits no longer for a reason."""
MOST_ROUNDS = 4
"""How often what was found is asked after in its turn: the earlier name of a file, of a key."""
SHALLOW = "the history is shallow: `git fetch --unshallow` would show where more names went"
CUT = f"the history was not read to its end: that takes over {SECONDS:g} s, or parts are not here"
PRESENT = ""
"""What stands for the blob of a file as it is now."""
Wanted = Mapping[str, frozenset[str]]
Declared = tuple[Declaration, ...]


class Told(NamedTuple):
    """What a version of a file declares, by place, and what it calls the owner of each."""

    declared: Declared
    owners: tuple[str, ...]


_known: dict[frozenset[tuple[str, str]], tuple[Project, History]] = {}
"""By the question: the project as it was, and the answer."""


def history_of(project: Project, findings: Iterable[Finding]) -> History:
    """The revisions of the files that should declare the keys of some findings.

    Where there is no repository, or git refuses it, there is no history and nothing to be said.
    """
    wanted: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        if finding.schema is not None and _is_plain(finding.key):
            for path in files_of(finding.schema):
                wanted[path].add(finding.key)
    question = frozenset((path, key) for path, keys in wanted.items() for key in keys)
    known = _known.get(question)
    if not question:
        return History()
    if known is not None and known[0] is project:
        return known[1]
    _known.clear()
    found = _asked(project, {path: frozenset(keys) for path, keys in wanted.items()})
    _known[question] = project, found
    return found


def _is_plain(key: str) -> bool:
    return key.replace("-", "_").replace(".", "_").isidentifier() and key.isascii()


def _asked(project: Project, wanted: Wanted) -> History:
    stamp = stamp_of(project.root)
    repository = repository_of(project.root, SECONDS)
    if repository is None:
        return History(stamp=stamp)
    return Past(project, repository, wanted, {}, {}).history(stamp)


class Past(NamedTuple):
    """The history of some keys while it is read; `texts` and `declared` are what was read so far,
    by the names of blobs, None for what cannot be."""

    project: Project
    repository: Repository
    wanted: Wanted
    texts: dict[str, str | None]
    declared: dict[tuple[str, str], Told | None]

    def history(self, stamp: str) -> History:
        """Ask, and ask after the names that the answer brings up, until nothing is new."""
        names = {self.repository.prefix + path: path for path in self.wanted}
        words = frozenset[str]().union(*self.wanted.values())
        own = tuple(self._uncommitted())
        found: dict[tuple[str, str], Change] = {}
        top: dict[str, str] = {}
        asked, is_whole = frozenset[str](), True
        for _ in range(MOST_ROUNDS):
            arrived = names.keys() - top.keys()
            # new names need every word, among the old ones: a merge may join two names of a file,
            # and git leaves out a side of which nothing that it is asked for came through
            about = words if arrived else words - asked
            if about:
                log = self.repository.changes(about, sorted(names))
                found.update(((each.commit, each.path), each) for each in log.found)
                is_whole = is_whole and log.whole
            top, asked = names, words
            changes = sorted(found.values(), key=lambda each: -each.time)
            revisions = (*own, *self._revisions(changes, top, words))
            words = words | self._heirs(revisions, words)
            is_known = self._explains(revisions)
            renamings = [] if is_known else self._renamings(arrived, top)
            found.update(((each.commit, each.path), each) for each in renamings)
            names = {**{each.earlier: top[each.path] for each in renamings}, **top}
            if words == asked and names == top:
                break
        kept = tuple(self._with_uses(revisions, top, words))
        is_late = monotonic() > self.repository.deadline
        limits = [CUT] if is_late or not (is_known or is_whole) else []
        limits += [SHALLOW] if self.repository.is_shallow and not is_known else []
        return History(kept, stamp, tuple(limits))

    def _uncommitted(self) -> Iterator[Revision]:
        """What the files say now that the last commit does not."""
        names = {self._committed(path): path for path in self.wanted}
        self._fetch(names)
        for name, path in names.items():
            before, after = self.texts[name], self.project.texts[path]
            if before is not None and before != _with_plain_ends(after):
                yield from self._revision(None, path, (name, before), (PRESENT, after))

    def _revisions(
        self, changes: Iterable[Change], top: Mapping[str, str], words: frozenset[str]
    ) -> Iterator[Revision]:
        """The changes that took a declaration away; a key may go once on each of two branches."""
        own = [each for each in changes if each.path in top]
        self._fetch(blob for each in own for blob in (each.before, each.after))
        left = {path: set(words) for path in top.values()}
        for each in own:
            path, before = top[each.path], self.texts[each.before]
            if before is None or not any(word in before for word in words):
                continue
            if monotonic() > self.repository.deadline:
                return
            sides = (each.before, before), (each.after, self.texts[each.after] or "")
            for revision in self._revision(each.commit, path, *sides):
                lost = {word for word in words if is_lost(revision, word)}
                lost |= {each.key for each in revision.moves} & left[path]
                left[path] -= lost
                if lost:
                    yield revision

    def _revision(
        self, commit: str | None, path: str, before: tuple[str, str], after: tuple[str, str]
    ) -> Iterator[Revision]:
        """One version of a file and the next, where both can be read."""
        old, new = self._declared(path, *before), self._declared(path, *after)
        if old is not None and new is not None:
            moves = tuple(_moves(old, new, self.wanted.get(path, frozenset())))
            yield Revision(commit, path, old.declared, new.declared, moves=moves)

    def _declared(self, path: str, blob: str, text: str) -> Told | None:
        if (path, blob) not in self.declared:
            self.declared[path, blob] = declared_in(path, text)
        return self.declared[path, blob]

    def _heirs(self, revisions: Iterable[Revision], words: frozenset[str]) -> frozenset[str]:
        """What took the places of the keys and is itself declared no more."""
        found: set[str] = set()
        for each in revisions:
            told = self._declared(each.path, PRESENT, self.project.texts[each.path])
            now = frozenset[str]() if told is None else {one.key for one in told.declared}
            for key in words:
                found |= heirs(each, key) - now
        return frozenset(filter(_is_plain, found))

    def _explains(self, revisions: Iterable[Revision]) -> bool:
        """Whether each key was declared once, and what became of it was found."""
        lost = {key for each in revisions for key in self.wanted[each.path] if is_lost(each, key)}
        lost |= {one.key for each in revisions for one in each.moves}
        return lost >= frozenset().union(*self.wanted.values())

    def _renamings(self, names: Collection[str], top: Mapping[str, str]) -> list[Change]:
        """How files came to these names from others that no file has now."""
        return [
            each
            for each in (self.repository.arrivals(sorted(names)).found if names else ())
            if each.path in top
            and each.earlier.removeprefix(self.repository.prefix) not in self.project.texts
        ]

    def _with_uses(
        self, revisions: Iterable[Revision], top: Mapping[str, str], words: frozenset[str]
    ) -> Iterator[Revision]:
        """The revisions with the files in which the same commits changed their words."""
        wanted = {each: words.union(*(heirs(each, key) for key in words)) for each in revisions}
        changed = {each.commit: keys for each, keys in wanted.items() if keys > words}
        commits = [each for each in changed if each is not None]
        asked = frozenset(filter(_is_plain, frozenset().union(*changed.values())))
        log = self.repository.changes(asked, (), commits).found if commits else ()
        own = self._uncommitted_blobs(changed.get(None, frozenset()))
        self._fetch([*own, *(blob for each in log for blob in (each.before, each.after))])
        sides: dict[str | None, list[tuple[str, str, str]]] = defaultdict(list)
        for name, path in own.items():
            sides[None].append((path, self.texts[name] or "", self.project.texts[path]))
        for each in log:
            path = top.get(each.path) or each.path.removeprefix(self.repository.prefix)
            before, after = self.texts[each.before], self.texts[each.after]
            sides[each.commit].append((path, before or "", after or ""))
        for revision in wanted:
            yield revision._replace(texts=tuple(sides[revision.commit]))

    def _uncommitted_blobs(self, words: frozenset[str]) -> Mapping[str, str]:
        """The files that have some words now, by the names of what was committed of them."""
        return {
            self._committed(path): path
            for path, text in self.project.texts.items()
            if any(word in text for word in words)
        }

    def _committed(self, path: str) -> str:
        return f"HEAD:{self.repository.prefix}{path}"

    def _fetch(self, blobs: Iterable[str]) -> None:
        """Read what was not read; what is not there or is no text is known as such."""
        names = [each for each in dict.fromkeys(blobs) if each not in self.texts]
        found = self.repository.texts(names) if names else {}
        for name in names:
            self.texts[name] = _text(found[name]) if name in found else None


def _text(data: bytes) -> str | None:
    """Old versions say how they are encoded as the present ones do; most are UTF-8."""
    try:
        return _with_plain_ends(decode(data, "")[0])
    except Undecodable:
        return None


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n")


def _moves(old: Told, new: Told, keys: Collection[str]) -> Iterator[Move]:
    """The keys that one owner lost and another one got."""
    inside = {
        each.key for each, owner in zip(old.declared, old.owners, strict=True) if owner in keys
    }
    for key in sorted({*keys, *inside}):
        before, after = (
            {
                owner: each.value
                for each, owner in zip(side.declared, side.owners, strict=True)
                if each.key == key
            }
            for side in (old, new)
        )
        match [*(before.keys() - after.keys())], [*(after.keys() - before.keys())]:
            case [source], [target]:
                yield Move(key, source, target, before[source], after[target])


def declared_in(path: str, text: str) -> Told | None:
    """The keys that a file declares in any way; None where it does not parse."""
    facts = read(path, text)
    if any(spot.reason.startswith("does not parse") for spot in facts.blind_spots):
        return None
    found = [(one, _owner(each)) for each in facts.schemas for one in each.declarations]
    found += [(each.declaration, _last(each.receiver)) for each in facts.additions]
    found += [(one, each.scope) for each in facts.signatures for one in each.parameters]
    under = {each.source: _last(each.target) for each in facts.flows}
    for literal in facts.names:
        if literal.form == "dict key":
            owner = under.get(literal.holder, "")
            found += [(Declaration(*each), owner) for each in literal.names]
    by_place = {each.place: (each, owner) for each, owner in reversed(found)}
    kept = [by_place[place] for place in sorted(by_place)]
    return Told(tuple(each for each, _ in kept), tuple(owner for _, owner in kept))


def _last(expression: Expression) -> str:
    return expression.steps[-1].lstrip(".").strip("[]")


def _owner(schema: Schema) -> str:
    """What a file calls the object that has these keys; nothing where it is the whole file."""
    if schema.form == "config file":
        return _last(schema.holder) if len(schema.holder.steps) > 1 else ""
    return schema.name.rpartition(".")[2]
