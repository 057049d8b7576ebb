"""What git says of the commits behind a folder, with nothing of its repository in force.

The repository is a stranger's: its configuration and attributes may name programs. None of them
is started, nothing is fetched, and nothing is written (dialects 6.3).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Timer
from time import monotonic
from typing import NamedTuple

MOST_BYTES = 64_000_000
"""What one call of git may say; what comes after it is not read."""
MOST_ASKED = 32_000
"""Bytes that fit the buffer of a pipe, so that all is asked for before anything is read."""
MARK = "\x01"
SETTINGS = (
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.askPass=",
    "core.attributesFile=/dev/null", "core.sshCommand=false", "core.gitProxy=",
    "core.alternateRefsCommand=true", "core.quotePath=false", "credential.helper=",
    "diff.external=", "diff.orderFile=/dev/null", "gpg.program=false", "log.showSignature=false",
    "log.mailmap=false", "protocol.allow=never", "safe.directory=*", "submodule.recurse=false",
)  # fmt: skip
ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
LOG = (
    "log", f"--format={MARK}%H %ct", "--raw", "-z", "--no-abbrev", "-M", "--no-follow",
    "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap",
    "--no-notes", "--no-decorate", "--no-relative", "--ignore-submodules=all", "--submodule=short",
)  # fmt: skip


class Change(NamedTuple):
    """What one commit did to one file: its names and the names of its blobs, before and after.

    A blob without a name (only zeros) is a file that was not there; `time` is in seconds.
    """

    commit: str
    time: int
    earlier: str
    path: str
    before: str
    after: str


class Changes(NamedTuple):
    """Changes of files, the newest commit first; `whole` says that there are no more of them."""

    found: tuple[Change, ...]
    whole: bool


class Repository(NamedTuple):
    """A working tree that holds a folder; paths of changes are those from its top.

    All that is asked of it ends at the deadline, in seconds of the monotonic clock.
    """

    git: str
    folder: str
    prefix: str
    is_shallow: bool
    deadline: float

    def changes(
        self, words: Iterable[str], paths: Iterable[str] = (), commits: Sequence[str] = ()
    ) -> Changes:
        """The changes whose lines, old or new, have one of the words; of these commits alone."""
        which = ("--no-walk=unsorted", *commits) if commits else ("HEAD",)
        return self._log((f"-G{_pattern(words)}", *which), paths)

    def arrivals(self, paths: Iterable[str]) -> Changes:
        """How the files came to their names; a file that was renamed has an earlier one."""
        made = self._log(("--diff-filter=A", "HEAD"), paths)
        commits = sorted({each.commit for each in made.found})
        if not commits:
            return made
        return self._log(("--diff-filter=R", "--no-walk=unsorted", *commits), ())

    def texts(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """The bytes of blobs by the names they were asked for, `HEAD:path` alike."""
        names = [each for each in dict.fromkeys(blobs) if each.strip("0") and "\n" not in each]
        found: dict[str, bytes] = {}
        while names:
            asked, count = b"", 0
            while count < len(names) and len(asked) < MOST_ASKED:
                asked += names[count].encode(errors="surrogateescape") + b"\n"
                count += 1
            found.update(_batch(names[:count], _said(self, ("cat-file", "--batch"), asked)[0]))
            names = names[count:]
        return found

    def _log(self, arguments: Sequence[str], paths: Iterable[str]) -> Changes:
        limits = [f":(top,literal){each}" for each in paths]
        data, whole = _said(self, (*LOG, *arguments, "--", *limits))
        return Changes(tuple(_changes(data.decode(errors="surrogateescape"))), whole)


def repository_of(folder: str, seconds: float) -> Repository | None:
    """The repository that a folder is part of; None where git is not there or refuses."""
    git = _program(folder)
    if git is None:
        return None
    asked = Repository(git, folder, "", is_shallow=False, deadline=monotonic() + seconds)
    words = ("--is-inside-work-tree", "--is-shallow-repository", "--show-prefix", "HEAD^{commit}")
    data, whole = _said(asked, ("rev-parse", *words))
    lines = data.decode(errors="surrogateescape").split("\n")
    if not whole or len(lines) < 4 or lines[0] != "true":
        return None
    return asked._replace(is_shallow=lines[1] == "true", prefix=lines[2])


def _program(folder: str) -> str | None:
    """The git of a folder of PATH; never what a project or the working folder calls git."""
    name = "git.exe" if os.name == "nt" else "git"
    for each in os.environ.get("PATH", "").split(os.pathsep):
        path = os.path.join(each, name)
        is_own = os.path.abspath(path).startswith(os.path.join(os.path.abspath(folder), ""))
        if os.path.isabs(each) and not is_own and os.access(path, os.X_OK):
            return path
    return None


def _said(asked: Repository, arguments: Sequence[str], given: bytes = b"") -> tuple[bytes, bool]:
    """What git prints until the deadline, and whether it came to its end without trouble."""
    left = asked.deadline - monotonic()
    if left <= 0:
        return b"", False
    settings = [word for each in SETTINGS for word in ("-c", each)]
    command = [asked.git, "--no-pager", "-C", asked.folder, *settings, *arguments]
    # of git's own, only what a commit that is being made has staged
    own = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith("GIT_") or name == "GIT_INDEX_FILE"
    }
    try:
        process = subprocess.Popen(
            command,
            env=own | ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return b"", False
    timer = Timer(left, process.kill)
    timer.start()
    try:
        return _exchanged(process, given)
    finally:
        timer.cancel()
        process.kill()
        process.wait()


def _exchanged(process: subprocess.Popen[bytes], given: bytes) -> tuple[bytes, bool]:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        with process.stdin as stream:
            stream.write(given)
    except OSError:  # it has ended already
        return b"", False
    with process.stdout as stream:
        data = stream.read(MOST_BYTES)
        whole = not stream.read(1)
    return data, whole and process.wait() == 0


def _changes(log: str) -> Iterator[Change]:
    """`<mark>commit time`, then for each file `:mode mode blob blob status`, its name or two."""
    commit, time = "", "0"
    fields = iter(log.split("\0"))
    for field in fields:
        word = field.lstrip("\n")
        if word.startswith(MARK):
            commit, _, time = word[1:].partition(" ")
        elif word.startswith(":"):
            *_, before, after, status = word.split(" ")
            earlier = next(fields, "")
            path = next(fields, "") if status[0] in "RC" else earlier
            if path:  # the last one may have been cut off
                yield Change(commit, int(time), earlier, path, before, after)


def _batch(names: Iterable[str], data: bytes) -> Iterator[tuple[str, bytes]]:
    """`blob blob 12\\n`, the bytes and a line end for each name in turn, or `name missing\\n`."""
    start = 0
    for name in names:
        end = data.find(b"\n", start)
        if end < 0:
            return
        head = data[start:end].rsplit(b" ", 2)
        start = end + 1
        if head[-1] == b"missing" or not head[-1].isdigit():
            continue
        size = int(head[-1])
        if start + size > len(data):
            return
        if head[-2] == b"blob":
            yield name, data[start : start + size]
        start += size + 1


def _pattern(words: Iterable[str]) -> str:
    """An extended expression (POSIX) for any of the words, alone; options have dashes in them."""
    alone = "|".join(_escaped(each) for each in sorted(words))
    return f"(^|[^A-Za-z0-9_])({alone})($|[^A-Za-z0-9_])"


def _escaped(word: str) -> str:
    return "".join(
        "[-_]" if each == "_" else each if each.isalnum() else f"[{each}]" for each in word
    )
