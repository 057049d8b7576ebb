"""The documents of a configuration file, each shown to the readers that know what it is.

A document is one dialect's alone, by its content and never by its name (dialects 2.2): the first
reader whose sign it bears takes it. What none takes is a mapping of overrides or a search space.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from hpfix.documents import Document, Node
from hpfix.facts import Facts, Flow, NameLiteral, Scope, Spread
from hpfix.model import Expression, Place, Reference
from hpfix.readers.config_bases import WORDS as BASES
from hpfix.readers.config_bases import bases
from hpfix.readers.config_file import config_schemas
from hpfix.readers.expression_texts import evaluated
from hpfix.readers.facts import Fact, facts_of
from hpfix.readers.hydra_defaults import DEFAULTS, composition
from hpfix.readers.hydra_sweeper import swept
from hpfix.readers.interpolations import interpolated
from hpfix.readers.lightning_cli import sections_of
from hpfix.readers.made_objects import made_objects
from hpfix.readers.search_space import range_of, vocabulary_of
from hpfix.readers.yaml_commands import command_references
from hpfix.scopes import ELEMENTS, LOADED

DocumentReader = Callable[[Document], Iterable[Fact]]
DECLARATION_FILE = "hparams_path"
"""A key whose value is the path of the file that declares what the search space names."""


class Registered(NamedTuple):
    """A reader of documents that bear a sign."""

    bears_sign: Callable[[Document], bool]
    reader: DocumentReader


READERS: list[Registered] = []


def reads_document(
    bears_sign: Callable[[Document], bool],
) -> Callable[[DocumentReader], DocumentReader]:
    """Register a reader for the documents of which `bears_sign` is true; they are its alone."""

    def register(reader: DocumentReader) -> DocumentReader:
        READERS.append(Registered(bears_sign, reader))
        return reader

    return register


def read_documents(documents: tuple[Document, ...]) -> Facts:
    """What the documents of one file declare and refer to.

    A document of no dialect is taken for overrides or a search space; one that is data is neither
    until something loads it.
    """
    path = documents[0].path if documents else ""
    scopes = (Scope(path, "module", frozenset()),)
    return facts_of(dict.fromkeys(_facts(path, documents)), scopes)


def _facts(path: str, documents: tuple[Document, ...]) -> Iterator[Fact]:
    yield from config_schemas(path, tuple(each.root for each in documents))
    for document in documents:
        yield from bases(path, document.root)
        made = (*made_objects(document), *sections_of(document))
        taking = next((each for each in READERS if each.bears_sign(document)), None)
        taken = () if taking is None else tuple(taking.reader(document))
        # of an option that a search gives, its reader says more than the command line does
        told = {each.place for each in taken if isinstance(each, Reference)}
        commands = command_references(document)
        yield from (each for each in commands if _place_of(each) not in told)
        yield from (*made, *taken)
        yield from evaluated(document)
        if taking is None:
            if not document.is_data:
                yield from composition(path, document.text, document.root)
                yield from swept(document)
                yield from interpolated(document)
            yield from _overrides(document, _places(made))


def _place_of(fact: Fact) -> Place | None:
    return fact.place if isinstance(fact, Reference) else None


def _places(made: Iterable[NameLiteral | Spread]) -> frozenset[Place]:
    """Where the keys stand that are given to something that the file names."""
    literals = (each for each in made if isinstance(each, NameLiteral))
    return frozenset(place for each in literals for _, place, _ in each.names)


def _overrides(document: Document, given: frozenset[Place]) -> Iterator[Reference | Flow]:
    declared_in = document.root.text_at(DECLARATION_FILE)
    for reference in references_in(document.root, document.holder):
        is_base = reference.key in BASES and reference.receiver == document.holder
        if is_base or reference.place in given:
            continue
        yield reference
        if declared_in and reference.mode == "tune":
            source = Expression(document.path, (f"file:{declared_in}", LOADED))
            yield Flow(reference.receiver, source)


def references_in(
    node: Node, receiver: Expression, seen: set[int] | None = None
) -> Iterator[Reference]:
    """The keys of this mapping and of those below it, each with its mapping as the receiver.

    A node that aliases repeat is read once, where it stands.
    """
    seen = set() if seen is None else seen
    if id(node) in seen:
        return
    seen.add(id(node))
    for item in node.items:
        yield from references_in(item, receiver.then(ELEMENTS), seen)
    is_space = vocabulary_of(node)
    for entry in node.entries:
        if entry.key == DEFAULTS and entry.node.items:
            continue
        if is_space:
            tried = range_of(entry.node)
            yield Reference(entry.key, entry.place, "search space", "tune", receiver, range=tried)
        else:
            value = entry.node.value
            yield Reference(entry.key, entry.place, "YAML key", "override", receiver, value=value)
            yield from references_in(entry.node, receiver.then(f"[{entry.key}]"), seen)
