"""Which files hold what git does not: a run without questions leaves them alone."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence

from hpfix.project import Project, repository_of

SECONDS = 10.0


def uncommitted(project: Project, paths: Sequence[str]) -> tuple[str, ...]:
    """Those of the files that differ from the last commit, are not part of it, or of which git
    cannot be asked.

    Outside of a repository, none. In a hook of pre-commit, what is staged is what is about to be
    committed. Line ends that git converts make no difference.
    """
    parts: dict[str, list[str]] = defaultdict(list)
    for each in paths:
        top = _top_of(os.path.dirname(os.path.join(os.path.realpath(project.root), each)))
        if top is not None:
            parts[top].append(each)
    return tuple(sorted(one for top, group in parts.items() for one in _of(project, top, group)))


def _of(project: Project, top: str, paths: Sequence[str]) -> list[str]:
    """The same of the files of one working tree: a project may hold several."""
    repository = repository_of(top, SECONDS)
    if repository is None:
        return [*paths]
    kept_in = ":" if os.environ.get("PRE_COMMIT") else "HEAD:"
    root = os.path.realpath(project.root)
    names = {
        each: kept_in + os.path.relpath(os.path.join(root, each), top).replace(os.sep, "/")
        for each in paths
    }
    known = repository.texts(names.values())
    return [
        each for each in paths if _plain(project.data_of(each)) != _plain(known.get(names[each]))
    ]


def _top_of(folder: str) -> str | None:
    """The top of the working tree that a folder is in: of a submodule, its own."""
    while True:
        mark = os.path.join(folder, ".git")
        if os.path.isfile(mark) or os.path.isfile(os.path.join(mark, "HEAD")):
            return folder
        outer = os.path.dirname(folder)
        if outer == folder:
            return None
        folder = outer


def _plain(data: bytes | None) -> bytes | None:
    return None if data is None else data.replace(b"\r\n", b"\n")
