"""What the last check of a project said, as long as not a byte of anything has changed."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from hpfix.head import stamp_of
from hpfix.options import Options
from hpfix.paint import Look
from hpfix.scope import Scope
from hpfix.version import VERSION

try:
    # hashlib loads OpenSSL first, which takes longer than all the digests of a small project
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

UNASKED = "-"


class Answer(NamedTuple):
    """The report of a check, and its exit status.

    `stamp` says which commit the project was at; None where its history was not asked for.
    """

    text: str
    status: int
    stamp: str | None = None


class Slot(NamedTuple):
    """Where the answer to one question is kept, and the digest of all it depends on.

    An answer that history had a part in is that of one commit of the project in `root`.
    """

    path: str
    digest: str
    root: str = ""


def slot_for(scope: Scope, options: Options, look: Look) -> Slot | None:
    """The place for the answer: one for a project and a set of options.

    The digest is over every byte that was read, what could not be read, the configuration and
    hpfix itself. None where nothing may be kept.
    """
    if not options.uses_cache:
        return None
    question = repr((scope.project.root, scope.within, options._replace(jobs=""), look))
    project = scope.project
    digest = blake2b(digest_size=32)
    for part in (VERSION, sys.version, _stamp(), question, repr(scope.configuration)):
        digest.update(part.encode(errors="surrogatepass") + b"\0")
    for path, text in sorted(project.texts.items()):
        data = text.encode(errors="surrogatepass")
        name = f"{path}\0{project.codecs[path]}\0{len(data)}\0"
        digest.update(name.encode(errors="surrogatepass") + data)
    digest.update(repr(project.unread).encode(errors="surrogatepass"))
    name = blake2b(question.encode(errors="surrogatepass"), digest_size=16).hexdigest()
    return Slot(os.path.join(_folder(), name), digest.hexdigest(), project.root)


def recall(slot: Slot) -> Answer | None:
    """The kept answer, where it is the answer to exactly this."""
    try:
        with open(slot.path, encoding="utf-8", newline="") as stream:
            digest, status, stamp, text = stream.read().split("\n", 3)
    except (OSError, ValueError):
        return None
    if digest != slot.digest or (stamp != UNASKED and stamp != stamp_of(slot.root)):
        return None
    return Answer(text, int(status))


def remember(slot: Slot, answer: Answer) -> None:
    """Keep an answer; where that cannot be done, the next check is only slower."""
    stamp = UNASKED if answer.stamp is None else answer.stamp
    if not stamp:
        return
    temporary = f"{slot.path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(slot.path), mode=0o700, exist_ok=True)
        with open(temporary, "w", encoding="utf-8", newline="") as stream:
            stream.write(f"{slot.digest}\n{answer.status}\n{stamp}\n{answer.text}")
        os.replace(temporary, slot.path)
    except (OSError, ValueError):
        return


def _folder() -> str:
    """`HPFIX_CACHE_DIR`, or `hpfix` in the user's cache folder (XDG base directories)."""
    chosen = os.environ.get("HPFIX_CACHE_DIR")
    if chosen:
        return chosen
    caches = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(caches, "hpfix")


def _stamp() -> str:
    """Size and time of hpfix's own modules: another hpfix may say something else."""
    package = os.path.dirname(__file__)
    folders = [package, *(os.path.join(package, name) for name in ("readers", "rules", "evidence"))]
    found = []
    for folder in folders:
        for entry in os.scandir(folder):
            if entry.name.endswith(".py"):
                stat = entry.stat()
                found.append((entry.path, stat.st_size, stat.st_mtime_ns))
    return repr(sorted(found))
