"""`HParams(batch_size=32, ...)`: one call declares a schema, wherever it stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.model import Declaration, Schema
from hpfix.readers.python_expressions import HPARAMS, value_of
from hpfix.readers.python_file import Walk, reads

NOT_KEYS = frozenset({"hparam_def", "model_structure"})
"""Parameters of the class itself (tensor2tensor's and tf.contrib's signatures)."""


@reads(ast.Call, called=HPARAMS)
def read_hparams_call(node: ast.Call, here: Walk) -> Iterator[Schema]:
    """The keyword arguments, in order, repeated ones included; `**other` leaves it open.

    `hp.HParam("units", hp.Discrete([16, 32]), display_name="Units")` is TensorBoard's: one
    hyperparameter, whose name comes first.
    """
    if node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value is not None:
        return
    holder = here.expression(node)
    declarations = tuple(
        Declaration(
            keyword.arg,
            here.name_place(keyword, keyword.arg),
            value_of(keyword.value, here.source(keyword.value)),
        )
        for keyword in node.keywords
        if keyword.arg is not None and keyword.arg not in NOT_KEYS
    )
    if declarations and holder is not None:
        closed = all(keyword.arg is not None for keyword in node.keywords)
        name = here.name_of(node)
        yield Schema(name, here.place(node), "HParams call", declarations, holder, closed)
