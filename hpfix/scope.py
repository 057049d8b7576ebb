"""What a run looks at: the root, the paths to report on, the files that are read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import NamedTuple

from hpfix.config import Configuration, load
from hpfix.nearest import did_you_mean
from hpfix.option_parser import COMMANDS
from hpfix.options import Options, UsageError
from hpfix.project import Project, discover, find_root, is_passed_by, is_root


class Scope(NamedTuple):
    """The project as it was read, how it is to be read, and the paths to report on."""

    project: Project
    configuration: Configuration
    within: tuple[str, ...]


def scope_of(options: Options) -> Scope:
    """Find the root, read the configuration, then the files. Raises UsageError and
    ConfigurationError."""
    root = root_of(options.paths)
    within = tuple(sorted({_relative(path, root) for path in options.paths} - {"."}))
    if any(os.path.abspath(path) == root for path in options.paths):
        within = ()
    configuration = _configuration(root, options)
    project = _included(discover(root, exclude=configuration.exclude), configuration)
    for path in within:
        is_folder = os.path.isdir(os.path.join(root, path))
        if is_passed_by(root, path) if is_folder else not _is_known(path, project):
            what = "folders" if is_folder else "files"
            raise UsageError(f"`{path}` is not among the {what} that hpfix reads here")
    return Scope(project, configuration, within)


def require_paths(paths: Iterable[str]) -> None:
    """Refuse a path that does not exist; it may be a command misspelt. Raises UsageError."""
    for path in paths:
        if not os.path.exists(path):
            hint = "" if os.sep in path else did_you_mean(path, COMMANDS)
            raise UsageError(f"there is no file or folder `{path}`{hint}")


def root_of(paths: tuple[str, ...]) -> str:
    """The project of the paths; where nothing marks one, the folder that they have in common.

    Raises UsageError where that would be the whole disk, and nobody named it.
    """
    if not paths:
        return find_root(os.getcwd())
    places = [os.path.abspath(path) for path in paths]
    root = find_root(os.path.commonpath(places))
    if os.path.dirname(root) == root and root not in places and not is_root(root):
        raise UsageError(f"nothing marks the project of `{paths[0]}`; name its folder")
    return root


def _relative(path: str, root: str) -> str:
    return os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")


def _configuration(root: str, options: Options) -> Configuration:
    """What the file says, where the command line does not say otherwise."""
    found = load(root, path=options.config, isolated=options.isolated)
    return found._replace(
        declared_in=tuple(from_root(each, root) for each in options.declared_in)
        or found.declared_in,
        select=options.select or found.select,
        ignore=(*found.ignore, *options.ignore),
        exclude=(*found.exclude, *options.exclude),
        history=found.history and not options.no_history,
    )


def from_root(place: str, root: str) -> str:
    """`PATH[::NAME]` as it is said from the root, when it was said from the working folder."""
    path, *name = place.split("::")
    return "::".join([_relative(path, root) if os.path.exists(path) else path, *name])


def _included(project: Project, configuration: Configuration) -> Project:
    """The project without the files that `include` leaves out; declarations always stay."""
    if not configuration.include:
        return project
    declaring = {each.split("::")[0] for each in configuration.declared_in}

    def stays(path: str) -> bool:
        return path in declaring or any(
            fnmatchcase(path, pattern) for pattern in configuration.include
        )

    return project._replace(
        texts=MappingProxyType({p: text for p, text in project.texts.items() if stays(p)}),
        unread=tuple(each for each in project.unread if stays(each.path)),
    )


def _is_known(path: str, project: Project) -> bool:
    return path in project.texts or any(each.path == path for each in project.unread)
