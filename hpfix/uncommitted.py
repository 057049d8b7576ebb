"""Which files hold what git does not: a run without questions leaves them alone."""

from __future__ import annotations

import os
from collections.abc import Sequence

from hpfix.project import Project, repository_of

SECONDS = 10.0


def uncommitted(project: Project, paths: Sequence[str]) -> tuple[str, ...]:
    """Those of the files that differ from the last commit, or are not part of it.

    Outside of a repository, and before its first commit, none. In a hook of pre-commit, what is
    staged is what is about to be committed. Line ends that git converts make no difference.
    """
    repository = repository_of(project, SECONDS)
    if repository is None or not paths:
        return ()
    kept_in = ":" if os.environ.get("PRE_COMMIT") else "HEAD:"
    names = {each: f"{kept_in}{repository.prefix}{each}" for each in paths}
    known = repository.texts(names.values())
    return tuple(
        each
        for each in paths
        if _plain(project.texts[each].encode(project.codecs[each]))
        != _plain(known.get(names[each]))
    )


def _plain(data: bytes | None) -> bytes | None:
    return None if data is None else data.replace(b"\r\n", b"\n")
