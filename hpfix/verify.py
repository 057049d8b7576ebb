"""Checking before writing: what an edit made of a file is compared with what it names.

Codemods check themselves; this checks them, from the two texts and the edit alone and with other
readers than theirs. Nothing but the named nodes may differ, the comments are the same but for those
that the edit names, and bytes beside the edit do not change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from hpfix.decoding import Undecodable, decode
from hpfix.findings import Edit
from hpfix.project import Project
from hpfix.rewrite import Change, Refused
from hpfix.verifying.cells import check_cell_renames, in_cell
from hpfix.verifying.insertions import check_insertion
from hpfix.verifying.lookups import check_nesting, check_unnesting
from hpfix.verifying.marks import check_mark
from hpfix.verifying.removals import check_removal
from hpfix.verifying.renames import check_renames
from hpfix.verifying.strict_json import require_strict
from hpfix.verifying.values import check_value
from hpfix.verifying.walks import Differs

Check = Callable[[Edit, str, str], None]

RENAMES = frozenset(
    {
        "rename_key", "rename_word", "yaml_rename_key", "yaml_rename_in_scalar", "yaml_respell",
        "json_rename_key", "json_rename_in_text", "toml_rename_key", "toml_rename_in_text",
        "notebook_rename_key", "notebook_rename_word",
    }
)  # fmt: skip
"""What replaces one name by another, at places: all edits of a file are judged together."""
CHECKS: Mapping[str, Check] = {
    "set_value": check_value,
    "yaml_set_scalar": check_value,
    "json_set_scalar": check_value,
    "toml_set_scalar": check_value,
    "notebook_set_value": in_cell(check_value),
    "add_declaration": check_insertion,
    "yaml_insert_key": check_insertion,
    "json_insert_key": check_insertion,
    "toml_insert_key": check_insertion,
    "notebook_add_declaration": in_cell(check_insertion),
    "remove_duplicate": check_removal,
    "remove_reference": check_removal,
    "yaml_remove_key": check_removal,
    "json_remove_key": check_removal,
    "toml_remove_key": check_removal,
    "notebook_remove_duplicate": in_cell(check_removal),
    "add_comment": check_mark,
    "nest_key": check_nesting,
    "unnest_key": check_unnesting,
}


class Rewritten(NamedTuple):
    """One edit carried out: its places are those of `before`, the changes are as reported."""

    edit: Edit
    before: str
    after: str
    changes: tuple[Change, ...]


def verify(project: Project, edits: Sequence[Edit], done: Sequence[Rewritten]) -> None:
    """Raise Refused where the rewrites of a fix do anything but what its edits name.

    `edits` are those of the fix, with places of the project's texts; `done` are they in the order
    in which they were carried out, one place at a time where their codemod takes no more.
    """
    for path in dict.fromkeys(each.path for each in edits):
        of_path = [each for each in edits if each.path == path]
        steps = [each for each in done if each.edit.path == path]
        try:
            _check_file(of_path, project.texts[path], steps)
        except Differs as error:
            said = f"the rewrite of {path} would change more than it names; nothing of it is kept"
            raise Refused(said) from error
        _require_writable(project, path, steps[-1].after)


def _require_writable(project: Project, path: str, text: str) -> None:
    """Raise Refused unless the file holds the text in its encoding, and is read so again."""
    codec = project.codecs.get(path, "utf-8")
    try:
        is_same = decode(text.encode(codec), path) == (text, codec)
    except (UnicodeEncodeError, Undecodable):
        is_same = False
    if not is_same:
        raise Refused(f"{path} is encoded as {codec}, which cannot hold what would be written")


def _check_file(edits: Sequence[Edit], before: str, done: Sequence[Rewritten]) -> None:
    text = before
    for each in done:
        if each.before != text or _replayed(each) != each.after:
            raise Differs("the changes that are reported are not those that were made")
        text = each.after
    if edits[0].path.endswith((".json", ".ipynb")):
        require_strict(before, text)
    if all(each.codemod in RENAMES for each in edits):
        _check_renames(edits, before, text)
        return
    for each in done:
        if each.edit.codemod in RENAMES:
            _check_renames([each.edit], each.before, each.after)
            continue
        check = CHECKS.get(each.edit.codemod)
        if check is None:
            raise Differs("nothing checks such an edit")
        check(each.edit, each.before, each.after)


def _check_renames(edits: Sequence[Edit], before: str, after: str) -> None:
    is_notebook = edits[0].path.endswith(".ipynb")
    (check_cell_renames if is_notebook else check_renames)(edits, before, after)


def _replayed(each: Rewritten) -> str:
    """The text with the reported changes made: what is shown of an edit is told by them."""
    text = each.before
    for start, end, content in each.changes:
        text = text[:start] + content + text[end:]
    return text
