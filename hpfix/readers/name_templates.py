"""Names that are put together: `f"--{name}-size"`, `"--" + name`, `"--%s" % name`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from hpfix.model import Expression

if TYPE_CHECKING:
    from hpfix.readers.python_file import Walk


PREFIXES = "-+"
"""What options begin with."""


class Template(NamedTuple):
    """`before`, what `name` holds, `after`; a literal is all `before`."""

    before: str
    name: Expression | None = None
    after: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it is a long option."""
        return len(self.before) > 1 and not self.before[:2].strip(PREFIXES)


def template_of(node: ast.expr, here: Walk) -> Template | None:
    """The name as far as its parts can be seen; None where they cannot, or more than one varies."""
    match node:
        case ast.Constant(value=str(text)):
            return Template(text)
        case ast.JoinedStr(values=values):
            return _joined([template_of(each, here) for each in values])
        case ast.FormattedValue(value=value, format_spec=None):
            return template_of(value, here)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _joined([template_of(left, here), template_of(right, here)])
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod(), right=value):
            return _filled(text, "%s", value, here)
        case ast.Call(
            func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format"), args=[value]
        ):
            return _filled(text, "{}", value, here)
        case ast.Call(
            func=ast.Attribute(value=inner, attr="replace"),
            args=[ast.Constant(value="_"), ast.Constant(value="-")],
        ):
            return template_of(inner, here)
        case ast.Name() | ast.Attribute():
            return Template("", here.expression(node))
    return None


def _joined(parts: list[Template | None]) -> Template | None:
    whole = Template("")
    for part in parts:
        if part is None or (part.name is not None and whole.name is not None):
            return None
        if whole.name is not None:
            whole = whole._replace(after=whole.after + part.before)
        else:
            whole = Template(whole.before + part.before, part.name, part.after)
    return whole


def _filled(text: str, slot: str, value: ast.expr, here: Walk) -> Template | None:
    before, _, after = text.partition(slot)
    filling = template_of(value, here)
    if text.count(slot) != 1 or filling is None:
        return None
    return _joined([Template(before), filling, Template(after)])
