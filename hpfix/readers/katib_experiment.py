"""An experiment of Katib: its parameters, and the trial that it starts with each.

`trialParameters` give the parameters names for the template, and `${trialParameters.lr}` puts a
value where it stands; Katib refuses an experiment in which either names nothing
(pkg/webhook/v1beta1/experiment/validator).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hpfix.documents import Document, Node
from hpfix.model import Declaration, Expression, Place, Range, Reference, Schema, Tried, Value
from hpfix.positions import Places, line_starts, offset_of
from hpfix.readers.facts import Fact
from hpfix.readers.mapping_documents import reads_document
from hpfix.readers.yaml_commands import command_references

GROUP = "kubeflow.org/"
TYPES = {"double": "float", "int": "int"}
BEGIN, END = "${trialParameters.", "}"
META = "${"
"""What begins so is no parameter: the name or a label of the trial itself."""


def is_experiment(document: Document) -> bool:
    """Whether the document is of this kind and has a template of trials (dialects 2.2)."""
    root = document.root
    is_ours = (root.text_at("apiVersion") or "").startswith(GROUP)
    is_told = root.at("spec", "trialTemplate") is not None
    return is_ours and is_told and root.text_at("kind") == "Experiment"


@reads_document(is_experiment)
def read_experiment(document: Document) -> Iterator[Fact]:
    """`parameters: [{name: lr, parameterType: double, feasibleSpace: {min: "0.1", max: "1"}}]`"""
    parameters = _named(document.root.at("spec", "parameters"))
    given = _named(document.root.at("spec", "trialTemplate", "trialParameters"))
    spaces = {one.key: _tried(node) for one, node in parameters}
    for one, _ in parameters:
        yield Tried(one.key, one.place, spaces[one.key])
    yield from _schema("parameters", parameters, document)
    yield from _schema("trialParameters", given, document)
    names: dict[str, str] = {}
    for one, node in given:
        named = node.at("reference")
        key = None if named is None else _text(named)
        if named is not None and key is not None and not key.startswith(META):
            names[one.key] = key
            yield from _reference(key, _within(named), "parameters", parameters, document)
    template = document.root.at("spec", "trialTemplate", "trialSpec")
    for name, place in () if template is None else _mentions(template, document):
        yield from _reference(name, place, "trialParameters", given, document)
    yield from _options(document, {name: spaces.get(key) for name, key in names.items()})


def _named(listed: Node | None) -> list[tuple[Declaration, Node]]:
    """The items of a list by their names."""
    found = []
    for node in () if listed is None else listed.items:
        named = node.at("name")
        key = None if named is None else _text(named)
        if named is not None and key is not None:
            found.append((Declaration(key, _within(named)), node))
    return found


def _text(node: Node) -> str | None:
    """What a scalar says, where it is written in one line as it is."""
    text, place = node.value.literal, node.place
    if not isinstance(text, str) or not text or place is None or place.line != place.end_line:
        return None
    return text if place.end_column - place.column in (len(text), len(text) + 2) else None


def _within(node: Node) -> Place:
    """The place of a text without its quotes."""
    assert node.place is not None
    quote = (node.place.end_column - node.place.column - len(str(node.value.literal))) // 2
    column, end = node.place.column + quote, node.place.end_column - quote
    return node.place._replace(column=column, end_column=end)


def _holder(name: str, document: Document) -> Expression:
    """What holds the names of one list: a file may have several experiments."""
    assert document.root.place is not None
    return Expression(document.path, (f"<{name} {document.root.place.line}>",))


def _schema(
    name: str, listed: list[tuple[Declaration, Node]], document: Document
) -> Iterator[Schema]:
    if listed:
        declared = tuple(one for one, _ in listed)
        first = declared[0].place
        place = first._replace(end_line=first.line, end_column=first.column)
        yield Schema(name, place, "experiment", declared, _holder(name, document))


def _reference(
    key: str, place: Place, name: str, listed: Iterable[object], document: Document
) -> Iterator[Reference]:
    if listed:  # an experiment that searches for a network has none
        yield Reference(key, place, "name list", "read", _holder(name, document))


def _mentions(node: Node, document: Document) -> Iterator[tuple[str, Place]]:
    """Each `${trialParameters.lr}` in the texts below a node, by its name."""
    text, starts = document.text, line_starts(document.text)
    between = Places(document.path, text).between
    for place in dict.fromkeys(_texts(node, set())):
        at = offset_of(starts, place.line, place.column)
        last = offset_of(starts, place.end_line, place.end_column)
        while (at := text.find(BEGIN, at, last)) >= 0:
            at += len(BEGIN)
            end = text.find(END, at, last)
            if end > at and not any(each.isspace() for each in text[at:end]):
                yield text[at:end], between(at, end)


def _texts(node: Node, seen: set[int]) -> Iterator[Place]:
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node.value.literal, str) and node.place is not None:
        yield node.place
    for each in (*node.items, *(entry.node for entry in node.entries)):
        yield from _texts(each, seen)


def _options(document: Document, spaces: dict[str, Range | None]) -> Iterator[Reference]:
    """The options that the command of a trial gives the values to."""
    for each in command_references(document):
        if isinstance(each, Reference) and each.value is not None:
            source = each.value.source
            space = spaces.get(source.removeprefix(BEGIN).removesuffix(END))
            if source.startswith(BEGIN) and space is not None:
                yield each._replace(mode="tune", value=None, range=space)


def _number(value: Value) -> Value:
    """Katib has every number as text: `min: "0.1"`."""
    for kind in (int, float):
        try:
            return Value(value.source, kind.__name__, kind(value.source))
        except ValueError:
            continue
    return value


def _tried(node: Node) -> Range:
    """`feasibleSpace: {min: "0.1", max: "0.5", step: "0.1", distribution: logUniform}`"""

    def value(word: str) -> Value | None:
        found = node.at("feasibleSpace", word)
        return None if found is None else _number(found.value)

    listed, distribution = node.at("feasibleSpace", "list"), value("distribution")
    name = "" if distribution is None else str(distribution.literal)
    return Range(
        type=TYPES.get(node.text_at("parameterType") or ""),
        low=value("min"),
        high=value("max"),
        choices=() if listed is None else tuple(each.value for each in listed.items),
        log=name.startswith("log"),
        step=value("step"),
        distribution=name or None,
        tuner="katib",
        is_empty=listed is not None and listed.value.type == "list" and not listed.items,
    )
