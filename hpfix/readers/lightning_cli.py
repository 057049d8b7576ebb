"""`LightningCLI(Net, Digits)`: the sections `model:` and `data:` of its configuration files are the
parameters of these classes (lightning/pytorch/cli.py, `add_lightning_class_args`).

Where a class may be one of several (`subclass_mode_model=True`), the file names it itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.facts import Flow, NameLiteral, Spread
from hpfix.model import Expression
from hpfix.readers.made_objects import call_of
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import CLI, INSTRUCTED

if TYPE_CHECKING:
    from hpfix.documents import Document, Node

SECTIONS = {"model": ("model_class", "subclass_mode_model"),
            "data": ("datamodule_class", "subclass_mode_data")}  # fmt: skip
"""What each section configures: the argument that is the class, and the one that says it is only
a base; in the order of the arguments."""
SIGNS = ("trainer", "seed_everything")
"""What the configuration of a `LightningCLI` has beside the sections."""
SUBCOMMANDS = ("fit", "validate", "test", "predict")


def _is_cli(name: str) -> bool:
    return name.endswith("CLI")


@reads(ast.Call, called=_is_cli)
def read_cli(node: ast.Call, here: Walk) -> Iterator[Flow]:
    """`LightningCLI(Net, Digits)`, or a class of the project that is one"""
    if not here.mentions("LightningCLI") and not here.mentions("lightning"):
        return
    words = dict(zip((first for first, _ in SECTIONS.values()), node.args, strict=False))
    words |= {each.arg: each.value for each in node.keywords if each.arg is not None}
    for section, (given, of_subclasses) in SECTIONS.items():
        made = here.expression(words.get(given))
        if made is not None and of_subclasses not in words:
            yield Flow(Expression(CLI, (section,)), made)


def sections_of(document: Document) -> Iterator[NameLiteral | Spread]:
    """`model: {width: 64}`, beside `trainer:`, without a class"""
    roots = (document.root, *(document.root.at(each) for each in SUBCOMMANDS))
    for root in roots:
        if root is None or not any(root.at(each) is not None for each in SIGNS):
            continue
        for section in SECTIONS:
            node = root.at(section)
            if node is not None and node.entries and not _names_class(node):
                first = node.entries[0].place
                holder = Expression(document.path, (f"@{first.line}:{first.column}",))
                named = tuple(
                    (each.key, each.place, each.node.value)
                    for each in node.entries
                    if each.key.isidentifier()
                )
                yield NameLiteral(holder, named, "YAML key")
                function = Expression(document.path, (f"{INSTRUCTED}{CLI}.{section}",))
                yield Spread(function, holder)


def _names_class(node: Node) -> bool:
    return call_of(node)[0] is not None or node.at("class_path") is not None
