"""Which commit a folder is at, read from the files of its repository without starting git."""

from __future__ import annotations

import os

from hpfix.project import bytes_of

NONE = "none"


def stamp_of(folder: str) -> str:
    """Words that differ where HEAD, or how far the history reaches back, does.

    None of them where that cannot be told.
    """
    while not os.path.exists(os.path.join(folder, ".git")):
        outer = os.path.dirname(folder)
        if outer == folder:
            return NONE
        folder = outer
    own = _directory(os.path.join(folder, ".git"))
    head = _text(os.path.join(own, "HEAD"))
    common = os.path.normpath(os.path.join(own, _text(os.path.join(own, "commondir")) or "."))
    _, is_symbolic, name = head.partition("ref: ")
    commit = _resolved(common, own, name) if is_symbolic else head
    shallow = _text(os.path.join(common, "shallow"))
    return f"{commit} {len(shallow)}" if commit else ""


def _resolved(common: str, own: str, name: str) -> str:
    """The commit of a branch: in a file of its own, or a line of the packed ones."""
    if not name.startswith("refs/") or ".." in name:
        return ""
    for folder in (own, common):
        commit = _text(os.path.join(folder, *name.split("/")))
        if commit:
            return commit
    packed = _text(os.path.join(common, "packed-refs"))
    lines = (line.partition(" ") for line in packed.split("\n"))
    return next((commit for commit, _, named in lines if named == name), "")


def _directory(path: str) -> str:
    """`.git`, or where the file of that name of a work tree leads to."""
    if os.path.isdir(path):
        return path
    _, _, other = _text(path).partition("gitdir: ")
    return os.path.normpath(os.path.join(os.path.dirname(path), other))


def _text(path: str) -> str:
    """What a file says; nothing where it is none, such as a pipe that would never end."""
    try:
        if not os.path.isfile(path):
            return ""
        return bytes_of(path).decode("utf-8", "replace").strip()
    except OSError:
        return ""
