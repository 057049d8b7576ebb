"""Files in, files out: the only module that reads or writes the files of a project."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from hpfix.decoding import Undecodable, decode
from hpfix.file_kinds import kind_of

if TYPE_CHECKING:
    from hpfix.git import Repository

SKIPPED_FOLDERS = frozenset(
    "__pycache__ node_modules site-packages venv env build dist mlruns lightning_logs".split()
)
WORKFLOW_FOLDERS = frozenset({".github", ".gitlab", ".circleci"})
"""Hidden folders of what a project's own programs are run by."""
RUN_FOLDERS = {"wandb": ("run-", "offline-run-", "sweep-", "latest-run")}
"""How folders begin in which a tool keeps its runs, by the folder that they are in."""
TOLD_SUFFIXES = frozenset(
    {".md", ".rst", ".txt", ".sh", ".bash", ".toml", ".cfg", ".ini", ".ipynb", ".mk", ""}
)
"""What may speak of a key and is not understood: documents, scripts, notebooks, a Makefile."""
LONGEST_TOLD = 1_000_000
LARGEST = 5_000_000
"""Bytes of a file; what is larger is data, or was written by a program."""
LARGEST_JSON = 64_000_000
"""The same of JSON, which is quick to read, and of notebooks, which hold pictures."""
JOURNAL = ".hpfix-journal"
"""The file in the root of a project while a run writes, and behind one that was interrupted."""
UNFINISHED = f"{JOURNAL}.tmp"
ROOT_MARKS = ("pyproject.toml", "hpfix.toml", ".hpfix.toml", ".git", JOURNAL)


class Unwritable(Exception):
    """What was to be written could not be; the message says what became of it."""


class TooLarge(Exception):
    """The file has more bytes than anything that a person writes."""


class Unread(NamedTuple):
    """A file that could not be read, with the reason."""

    path: str
    reason: str


class Project(NamedTuple):
    """An immutable snapshot: path (relative to the root, forward slashes) to text."""

    root: str
    texts: Mapping[str, str]
    codecs: Mapping[str, str]
    unread: tuple[Unread, ...] = ()

    def with_texts(self, changed: Mapping[str, str]) -> Project:
        """The same project with some texts replaced."""
        return self._replace(texts=MappingProxyType({**self.texts, **changed}))

    def with_file(self, path: str, text: str) -> Project:
        """The same project with one file more, in UTF-8."""
        codecs = MappingProxyType({**self.codecs, path: "utf-8"})
        return self.with_texts({path: text})._replace(codecs=codecs)

    def data_of(self, path: str) -> bytes | None:
        """The bytes of a file of the snapshot, as it is on disk or shall be; None for none."""
        text = self.texts.get(path)
        return None if text is None else text.encode(self.codecs[path])

    def changed_since(self, earlier: Project) -> tuple[str, ...]:
        """The paths whose text differs from the earlier snapshot, sorted."""
        return tuple(
            path for path in sorted(self.texts) if self.texts[path] != earlier.texts.get(path)
        )


def find_root(start: str) -> str:
    """The nearest folder upwards that holds a project mark, or the start itself."""
    folder = start if os.path.isdir(start) else os.path.dirname(start)
    candidate, outer = folder, os.path.dirname(folder)
    while not is_root(candidate):
        if outer == candidate:
            return folder
        candidate, outer = outer, os.path.dirname(outer)
    return candidate


def is_root(folder: str) -> bool:
    """Whether the folder itself holds a project mark."""
    return any(os.path.exists(os.path.join(folder, mark)) for mark in ROOT_MARKS)


def is_unsettled(root: str) -> bool:
    """Whether a run is writing in this project, or was interrupted while it did."""
    return any(os.path.lexists(os.path.join(root, each)) for each in (JOURNAL, UNFINISHED))


def discover(root: str | os.PathLike[str], *, exclude: tuple[str, ...] = ()) -> Project:
    """Read every file of the project that hpfix understands; what cannot be read is named."""
    root = os.path.abspath(root)
    texts: dict[str, str] = {}
    codecs: dict[str, str] = {}
    unread: list[Unread] = []
    for path in sorted(_files(root, unread, is_read)):
        if _is_excluded(path, exclude):
            continue
        try:
            texts[path], codecs[path] = decode(_whole(os.path.join(root, path)), path)
        except TooLarge as error:
            if not path.endswith(".json"):  # of what is this large, no program is configured
                unread.append(Unread(path, str(error)))
        except Undecodable as error:
            unread.append(Unread(path, str(error)))
        except OSError as error:
            unread.append(Unread(path, (error.strerror or str(error)).lower()))
    return Project(root, MappingProxyType(texts), MappingProxyType(codecs), tuple(unread))


def told(root: str, *, exclude: tuple[str, ...] = ()) -> Mapping[str, str]:
    """The texts of the files that hpfix does not understand; what is no text is left out."""
    texts: dict[str, str] = {}
    for path in sorted(_files(root, [], is_told)):
        file = os.path.join(root, path)
        if _is_excluded(path, exclude):
            continue
        try:
            if os.path.getsize(file) <= LONGEST_TOLD:
                texts[path] = bytes_of(file).decode()
        except (OSError, UnicodeDecodeError):
            continue
    return texts


def is_read(name: str) -> bool:
    """Whether hpfix understands a file of this name."""
    return kind_of(name) is not None


def is_told(name: str) -> bool:
    """Whether a file of this name may speak of a key and is not understood."""
    return os.path.splitext(name)[1] in TOLD_SUFFIXES and not is_read(name)


def is_written(path: str) -> bool:
    """Whether hpfix may write a file at this path from the root: one that it reads, or a
    configuration of its own; never one of a repository, and none outside of the project."""
    try:
        os.fsencode(path)
    except UnicodeEncodeError:  # no file has such a name
        return False
    folders, name = path.split("/")[:-1], path.rpartition("/")[2]
    is_inside = "\0" not in path and not os.path.isabs(path)
    is_inside = is_inside and (os.sep == "/" or os.sep not in path)
    is_inside = is_inside and not any(each.lower() in ("", ".", "..", ".git") for each in folders)
    return is_inside and (is_read(name) or name.endswith(".toml"))


def repository_of(folder: str, seconds: float) -> Repository | None:
    """The history that a folder is part of, to be asked for so many seconds, if there is one."""
    from hpfix import git  # most runs have nothing to ask

    return git.repository_of(folder, seconds)


def bytes_of(file: str) -> bytes:
    """All bytes of a file. Raises OSError."""
    with open(file, "rb") as stream:
        return stream.read()


def _whole(file: str) -> bytes:
    """All bytes of a file, also where it grows. Raises TooLarge and OSError."""
    largest = LARGEST_JSON if file.endswith((".json", ".ipynb")) else LARGEST
    with open(file, "rb") as stream:
        data = stream.read(largest + 1)
    if len(data) > largest:
        raise TooLarge(f"larger than {largest // 1_000_000} MB")
    return data


def _is_excluded(path: str, patterns: tuple[str, ...]) -> bool:
    from fnmatch import fnmatchcase

    return any(
        fnmatchcase(path, pattern) or path.startswith(pattern.rstrip("/*") + "/")
        for pattern in patterns
    )


def _files(root: str, unread: list[Unread], is_wanted: Callable[[str], bool]) -> Iterator[str]:
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(os.path.join(root, folder)))
        except OSError as error:
            unread.append(Unread(folder or ".", (error.strerror or str(error)).lower()))
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if _is_entered(entry.name, folder):
                    folders.append(path)
            elif is_wanted(entry.name) and _is_readable_kind(entry, root):
                yield path


def is_passed_by(root: str, path: str) -> bool:
    """Whether a folder, its path from the root, is none whose files are read."""
    folder = ""
    for name in path.split("/"):
        inner = f"{folder}/{name}" if folder else name
        is_link = os.path.islink(os.path.join(root, inner))
        if is_link or name == ".." or not _is_entered(name, folder):
            return True
        folder = inner
    return False


def _is_entered(name: str, folder: str) -> bool:
    runs = RUN_FOLDERS.get(folder.rpartition("/")[2], ())
    is_hidden = name.startswith(".") and name not in WORKFLOW_FOLDERS
    return not is_hidden and name not in SKIPPED_FOLDERS and not name.startswith(runs)


def _is_readable_kind(entry: os.DirEntry[str], root: str) -> bool:
    """A regular file: never a pipe or a socket, nor a link. What a link inside the root leads to
    is read under its own name; what lies outside is not the project's."""
    return entry.is_file(follow_symlinks=False)
