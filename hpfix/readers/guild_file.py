"""The operations of Guild: the flags that each gives to its program (guild/guildfile.py).

`main: train` runs a module with `--lr 0.1` for a flag `lr: 0.1`, where the module parses its
command line; a flag that is null is not given at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.command_lines import COMMAND_LINE
from hpfix.documents import Document, Entry, Node
from hpfix.model import Expression, Range, Reference, Tried
from hpfix.readers.mapping_documents import reads_document
from hpfix.readers.search_space import range_of

WORDS = frozenset(
    "default description main exec flags flags-import flags-import-skip flags-dest requires env "
    "env-secrets label tags steps objective compare output-scalars sourcecode run-attrs stoppable "
    "plugins python-requires python-path optimizers optimizer delete-on-success notebook "
    "default-max-trials default-flag-arg-skip set-trace handle-keyboard-interrupt pip-freeze "
    "can-stage-trials stage-trials needed isolate-runs disable-plugins".split()
)
"""What an operation may say of itself."""
MAIN, FLAGS, STEPS, DESTINATION = "main", "flags", "steps", "flags-dest"
ELSEWHERE = frozenset({"arg-name", "arg-skip", "arg-split", "arg-encoding"})
"""What says that a flag does not become an option of its name."""
COMPUTED = ("$", "{")


def is_guild_file(document: Document) -> bool:
    """Whether some operation runs a module with flags, and says nothing but what it may say."""
    return any(_script(each.node) for each in _operations(document.root))


@reads_document(is_guild_file)
def read_operations(document: Document) -> Iterator[Reference | Tried]:
    """`train: {main: train, flags: {lr: 0.1, layers: {default: 2, min: 1, max: 8}}}`"""
    operations = tuple(_operations(document.root))
    scripts = {each.key: _script(each.node) for each in operations}
    for operation in operations:
        yield from _given(operation.node, scripts[operation.key], document.path)
        steps = operation.node.at(STEPS)
        for step in () if steps is None else steps.items:
            run = (step.text_at("run") or "").rpartition(":")[2]
            yield from _given(step, scripts.get(run), document.path)


def _operations(root: Node) -> Iterator[Entry]:
    """Those of the file, or of each of its models."""
    yield from (each for each in root.entries if _is_operation(each.node))
    for model in root.items:
        inner = model.at("operations")
        if inner is not None:
            yield from (each for each in inner.entries if _is_operation(each.node))


def _is_operation(node: Node) -> bool:
    keys = {each.key for each in (*node.entries, *node.merged)}
    return bool(keys) and keys <= WORDS


def _script(node: Node) -> str | None:
    """The module that takes the flags as options, as far as the operation says so."""
    main, flags = node.text_at(MAIN), node.at(FLAGS)
    is_other = node.at("exec") is not None or node.at("default-flag-arg-skip") is not None
    if main is None or flags is None or not flags.entries or is_other:
        return None
    is_args = node.at(DESTINATION) is None or node.text_at(DESTINATION) == "args"
    is_module = all(each.isidentifier() for each in main.split("."))
    return main if is_args and is_module else None


def _given(node: Node, script: str | None, path: str) -> Iterator[Reference | Tried]:
    flags = node.at(FLAGS)
    if script is None or flags is None:
        return
    receiver = Expression(path, (f"program:{script}",))
    for entry in flags.entries:
        tried = _tried(entry.node)
        if tried is not None and not entry.key.startswith(COMPUTED):
            name, place = entry.key, entry.place
            yield Tried(name, place, tried)
            # several mappings may give one program the same option
            yield Reference(f"--{name}", place, COMMAND_LINE, "tune", receiver, range=tried)


def _tried(node: Node) -> Range | None:
    """What a flag is given: one value, a list of them, or what its definition says of it."""
    if node.entries:
        default = node.at("default")
        is_told = default is not None and default.value.type != "none"
        if not is_told or any(node.at(each) is not None for each in ELSEWHERE):
            return None
        found = range_of(node)
        written = tuple(each for each in found.choices if _is_plain(each.type))
        return found._replace(type=None, choices=written, tuner="guild")
    values = node.items or (node,)
    if any(each.value.type == "none" for each in values):
        return None
    # a truth value is a switch, a text may stand for many values: `uniform[0.1:0.5]`
    return Range(
        choices=tuple(each.value for each in values if _is_plain(each.value.type)), tuner="guild"
    )


def _is_plain(kind: str) -> bool:
    return kind in ("int", "float")
