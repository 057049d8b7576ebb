"""Renames that a person wants to be known from now on, written into the configuration's file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from hpfix.config import ConfigurationError, file_for, parsed
from hpfix.project import Project, bytes_of
from hpfix.rewrite import Refused
from hpfix.session import Outcome

BOM = "\ufeff"


class NotATable(Exception):
    """What should hold the renames holds something else."""


class Settings(NamedTuple):
    """The file of the configuration: its path from the root, and its text if it is there."""

    path: str
    text: str | None

    @property
    def table(self) -> tuple[str, ...]:
        """Where in the file the renames stand."""
        is_shared = os.path.basename(self.path) == "pyproject.toml"
        return ("tool", "hpfix", "renames") if is_shared else ("renames",)


def settings_of(root: str, *, path: str | None, isolated: bool) -> Settings | None:
    """The file to write to; None where none is read, or one that is not the project's own."""
    file = file_for(root, path=path, isolated=isolated)
    if file is None:
        return None
    within = os.path.relpath(file, root).replace(os.sep, "/")
    if within.startswith("../"):
        return None
    try:
        return Settings(within, bytes_of(file).decode() if os.path.exists(file) else None)
    except UnicodeDecodeError:
        return None


def with_renames(settings: Settings, renames: Mapping[str, str]) -> str:
    """The text of the file with the renames; whatever else it says stays as it is written.

    Raises Refused where the file would say anything else.
    """
    text = settings.text or ""
    body = text.removeprefix(BOM)
    plain = body.replace("\r\n", "\n")
    is_crlf = plain.replace("\n", "\r\n") == body
    before = plain if is_crlf else body
    try:
        expected = _merged(parsed(before), settings.table, renames)
        written = _added(before, settings.table, renames)
        if parsed(written) != expected or not _keeps_comments(before, written):
            raise Refused(f"{settings.path} is written in a way that cannot be added to")
    except (ConfigurationError, NotATable) as error:
        raise Refused(f"{settings.path} {error}") from None
    bom = text[: len(text) - len(body)]
    return bom + (written.replace("\n", "\r\n") if is_crlf and "\r\n" in body else written)


def remembered(outcome: Outcome, settings: Settings | None) -> Outcome:
    """The outcome with the configuration among its files, where something is to be remembered."""
    renames = {
        each.finding.key: each.chosen.to
        for each in outcome.decisions
        if each.status == "applied" and each.chosen is not None and each.chosen.is_remembered
        if each.chosen.to is not None
    }
    if not renames or settings is None:
        return outcome
    before, after = with_settings(outcome.before, outcome.after, settings, renames)
    return outcome._replace(before=before, after=after)


def with_settings(
    before: Project, after: Project, settings: Settings, renames: Mapping[str, str]
) -> tuple[Project, Project]:
    """Two snapshots with the file of the configuration, as it is and as it is to be."""
    if not renames:
        return before, after
    then = after.with_file(settings.path, with_renames(settings, renames))
    if settings.text is None:
        return before, then
    return before.with_file(settings.path, settings.text), then


def _added(text: str, names: tuple[str, ...], renames: Mapping[str, str]) -> str:
    """The text with the renames in the table of these names, which is begun where it is not."""
    import tomlkit  # only what is remembered needs it

    document = tomlkit.parse(text)
    table: tomlkit.container.Container = document
    is_begun = True
    for name in names:
        is_begun = name in table
        if not is_begun:
            table[name] = tomlkit.table(is_super_table=name != names[-1])
        table = table[name]
    for old, new in renames.items():
        table[old] = new
    if not is_begun:
        table.add(tomlkit.nl())
    # the end of the file stays as it is
    end = text[len(text.rstrip("\r\n")) :] if text else "\n"
    return tomlkit.dumps(document).rstrip("\r\n") + end


def _keeps_comments(before: str, after: str) -> bool:
    """Whether the comments are those that were there."""
    from hpfix.verifying.data_walks import toml_walk
    from hpfix.verifying.walks import Differs, require_comments

    try:
        require_comments(toml_walk(before), toml_walk(after))
    except Differs:
        return False
    return True


def _merged(
    said: dict[str, object], names: tuple[str, ...], renames: Mapping[str, str]
) -> dict[str, object]:
    """What the file is to say. Raises NotATable."""
    inner = said
    for name in names:
        found = inner.setdefault(name, {})
        if not isinstance(found, dict):
            raise NotATable(f"has a `{name}` that is no table")
        inner = found
    inner.update(renames)
    return said
