"""A sweep of Weights & Biases in YAML: the parameters that it tries, and the program that it runs.

What the agent puts behind the program is what its `command` says (wandb/sdk/launch/sweeps,
dialects 3): options, overrides of Hydra, or nothing that the program would not take from
`wandb.config`.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.documents import Document, Entry, Node
from hpfix.facts import Search
from hpfix.model import Declaration, Expression, Reference, Tried, Value
from hpfix.readers.mapping_documents import reads_document
from hpfix.readers.script_names import script_in
from hpfix.readers.sweep_parameters import declared_in, nested_in
from hpfix.scopes import RUN_CONFIG

METHODS = frozenset({"grid", "random", "bayes", "custom"})
PARAMETERS = "parameters"
OPTIONS = frozenset({"${args}", "${args_no_equals}", "${args_no_boolean_flags}"})
"""What stands for `--name=value`."""
SWITCHES = "${args_no_boolean_flags}"
"""Where this stands, `true` is the option without a value, and `false` no option at all."""
OVERRIDES = frozenset({"${args_no_hyphens}", "${args_override_hydra}", "${args_append_hydra}"})
"""What stands for `name=value`; with a plus it may add what is not there."""
ADDING = frozenset({"${args_override_hydra}", "${args_append_hydra}"})


def is_sweep(document: Document) -> bool:
    """Whether the document says how to search and what to try (dialects 2.2)."""
    parameters = document.root.at(PARAMETERS)
    is_told = document.root.text_at("method") in METHODS
    return is_told and parameters is not None and bool(parameters.entries)


@reads_document(is_sweep)
def read_sweep(document: Document) -> Iterator[Search | Reference | Tried]:
    """`program: train.py`, `method: bayes`, `parameters: {lr: {min: 1.0e-5, max: 0.1}}`"""
    root = document.root
    parameters = root.at(PARAMETERS)
    assert parameters is not None and root.place is not None
    command = _command(root)
    script = root.text_at("program") or script_in(command)
    holder = document.holder.then(f"[{PARAMETERS}]")
    method = root.text_at("method") or ""
    declared = tuple(declared_in(parameters, "wandb", method))
    values = Expression(document.path, (RUN_CONFIG,))
    yield Search(root.place, "wandb", declared, holder, script, values)
    yield from nested_in(parameters, "wandb", method)
    if script is not None:
        for entry, one in zip(parameters.entries, declared, strict=True):
            yield from _given(entry, one, script, command)


def _given(
    entry: Entry, declared: Declaration, script: str, command: tuple[str, ...]
) -> Iterator[Reference]:
    """What one parameter is to the program."""
    path, key, value = declared.place.path, declared.key, declared.value
    tried = None if value is None else value.range
    if not command or not OPTIONS.isdisjoint(command):
        receiver = Expression(path, (f"program:{script}",))
        if tried is not None and SWITCHES in command:
            written = tuple(each for each in tried.choices if each.type != "bool")
            tried = tried._replace(choices=written)
        yield Reference(f"--{key}", entry.place, "search space", "tune", receiver, range=tried)
    elif not OVERRIDES.isdisjoint(command) and ADDING.isdisjoint(command):
        *outer, name = key.split(".")
        if outer or _is_number(value):  # `optimizer=adam` chooses a file
            receiver = Expression(path, (f"overrides:{script}", *(f"[{each}]" for each in outer)))
            yield Reference(name, entry.place, "search space", "tune", receiver, range=tried)


def _is_number(value: Value | None) -> bool:
    tried = None if value is None else value.range
    numbers = () if tried is None else (tried.low, *tried.choices)
    return any(each is not None and each.type in ("int", "float") for each in numbers)


def _command(root: Node) -> tuple[str, ...]:
    node = root.at("command")
    parts = () if node is None else (node, *node.items)
    texts = (each.value.literal for each in parts)
    return tuple(word for text in texts if isinstance(text, str) for word in text.split())
