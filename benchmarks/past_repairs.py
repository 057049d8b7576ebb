"""How often `hpfix --yes` repairs what a commit broke, where git tells what the commit did.

    python benchmarks/past_repairs.py CLONE... [--sample N] [--seed N] [--compare] [--verbose]

Each clone's last commit is laid out in a scratch folder with the history behind it. One at a time,
for a sample of the declared keys that something refers to, a commit is put on top of it:
- alike: the declaration is renamed to another form of its name, the references are not.
- unlike: it is renamed to a name that is nothing like it.
- moved: so is it, and the references of all files but one are renamed with it.
- replaced: another key with a value of its own takes its place. Any rename is wrong then.
- deleted: the declaration is taken away. Any rename is wrong then, too.

The whole of `hpfix --yes` decides what to do, and with `--compare` the same again without asking
git. What it found before the commit is left alone.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from repairs import FORMS, RENAMES, is_right, used_keys

from hpfix.config import Configuration
from hpfix.file_kinds import BY_SUFFIX
from hpfix.findings import Confidence
from hpfix.index import Index
from hpfix.model import Declaration
from hpfix.past import declared_in
from hpfix.positions import line_starts, offset_of
from hpfix.project import Project, discover
from hpfix.session import Answer, Identity, Leave, Question, check, run, take_defaults

KINDS = ("alike", "unlike", "moved", "replaced", "deleted")
TAKEN_BY = ("label_smoothing", "ema_decay", "mixup_alpha", "gamma_schedule", "cutoff_ratio")
"""Names that say nothing of what stood in their place."""
ANOTHER = "0.7319"
TALLEST = 8
"""A declaration takes no more lines than this."""
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
}  # fmt: skip
Texts = Mapping[str, str]


class Broken(NamedTuple):
    """What a commit did to a key: the files that it changed, and what the key became, if any."""

    kind: str
    key: str
    to: str | None
    texts: Texts


class Score(NamedTuple):
    """What became of one broken key, with git and without it."""

    broken: Broken
    is_found: bool
    is_first: bool
    is_applied: bool
    wrong: tuple[str, ...]
    is_applied_alone: bool
    wrong_alone: tuple[str, ...]


def git(folder: Path, *words: str) -> None:
    environment = {key: text for key, text in os.environ.items() if not key.startswith("GIT_")}
    command = ["git", "-C", str(folder), *words]
    subprocess.run(command, env=environment | GIT, check=True, capture_output=True)


def breaks(
    project: Project, index: Index, each: Declaration, chance: random.Random
) -> list[Broken]:
    """The commits that are tried on one declaration."""
    taken = {key for schema in index.schemas for key in schema.keys}
    alike = [make(each.key, chance) for make in FORMS.values()]
    alike = [to for to in alike if to is not None and to.isidentifier() and to not in taken]
    unlike, path = each.key[::-1], each.place.path
    tried: list[tuple[str, str | None, Texts | None]] = []
    if alike:
        to = chance.choice(alike)
        tried.append(("alike", to, _renamed(project.texts, [(each, each.key)], to)))
    if unlike.isidentifier() and unlike not in taken:
        tried.append(("unlike", unlike, _renamed(project.texts, [(each, each.key)], unlike)))
        tried.append(("moved", unlike, _half(project.texts, index, each, unlike)))
    new = chance.choice([name for name in TAKEN_BY if name not in taken])
    tried.append(("replaced", None, _replaced(project.texts, each, new)))
    tried.append(("deleted", None, _without(project.texts, each)))
    text = project.texts[path]
    return [
        Broken(kind, each.key, to, texts)
        for kind, to, texts in tried
        if texts is not None
        and _says(path, text, texts[path], each.key, None if kind == "deleted" else to or new)
    ]


def _says(path: str, before: str, after: str, gone: str, come: str | None) -> bool:
    """Whether a file still reads, and declares what it did but for the one key."""
    was, now = declared_in(path, before), declared_in(path, after)
    if was is None or now is None:
        return False
    left = [one.key for one in was.declared]
    left.remove(gone)
    return sorted(one.key for one in now.declared) == sorted([*left, *([come] if come else [])])


def _renamed(texts: Texts, spots: list[tuple[object, str]], to: str) -> Texts:
    """The files with a name renamed at some places, dashed where it is."""
    found: dict[str, str] = {}
    places = sorted({(spot.place, old) for spot, old in spots}, reverse=True)  # type: ignore[attr-defined]
    for place, old in places:
        text = found.get(place.path, texts[place.path])
        starts = line_starts(text)
        start = offset_of(starts, place.line, place.column)
        end = offset_of(starts, place.end_line, place.end_column)
        dashed = old.replace("_", "-")
        span = text[start:end].replace(old, to).replace(dashed, to.replace("_", "-"))
        found[place.path] = text[:start] + span + text[end:]
    return found


def _half(texts: Texts, index: Index, each: Declaration, to: str) -> Texts | None:
    """The rename in all files but one; None where all references are in one file."""
    holder = next(one for one in index.schemas if each in one.declarations)
    uses = [one.reference for one in index.uses_of(holder, each.key) if one.proven]
    left = max((one.place.path for one in uses), default="")
    moved = [(one, each.key) for one in uses if one.place.path != left]
    return _renamed(texts, [(each, each.key), *moved], to) if moved else None


def _replaced(texts: Texts, each: Declaration, new: str) -> Texts | None:
    """Another key, with another value, where this one stood."""
    source = "" if each.value is None else each.value.source
    renamed = dict(_renamed(texts, [(each, each.key)], new))
    line = each.place.line - 1
    lines = renamed[each.place.path].split("\n")
    if source.strip() in ("", ANOTHER) or lines[line].count(source) != 1:
        return None
    lines[line] = lines[line].replace(source, ANOTHER)
    return {each.place.path: "\n".join(lines)}


def _without(texts: Texts, each: Declaration) -> Texts | None:
    """The file without the lines of a declaration, as few as there can be."""
    path, line = each.place.path, each.place.line - 1
    lines = texts[path].split("\n")
    for tall in range(1, TALLEST):
        for start in range(line, max(line - tall, -1), -1):
            text = "\n".join((*lines[:start], *lines[start + tall :]))
            if _says(path, texts[path], text, each.key, None):
                return {path: text}
    return None


def scored(
    project: Project, known: frozenset[Identity], broken: Broken, *, is_compared: bool
) -> Score:
    """What `--yes` does about a commit that is there, with git and without it."""
    found, first, applied, wrong = _judged(project, known, broken, Configuration())
    alone, wrong_alone = False, ()
    if is_compared:
        *_, alone, wrong_alone = _judged(project, known, broken, Configuration(history=False))
    return Score(broken, found, first, applied, wrong, alone, wrong_alone)


def _judged(
    project: Project, known: frozenset[Identity], broken: Broken, configuration: Configuration
) -> tuple[bool, bool, bool, tuple[str, ...]]:
    """Whether it is found, the right repair the first, and applied, and which others were."""
    default = take_defaults(Confidence.likely)

    def decide(question: Question) -> Answer:
        return Leave() if question.finding.identity in known else default(question)

    is_found, right, done, wrong = False, False, False, []
    for each in run(project, configuration, decide).decisions:
        fixes, fix = each.finding.fixes, each.chosen
        is_own = each.finding.key == broken.key and each.finding.identity not in known
        meant = [] if broken.to is None else fixes[:1]
        meant = [one for one in meant if is_right(one, broken.key, broken.to or "")]
        is_found = is_found or (is_own and each.finding.severity != "note")
        right = right or (is_own and bool(meant))
        if fix is None or each.status != "applied" or fix.action not in RENAMES:
            continue
        if is_own and fix in meant:
            done = True
        else:
            wrong.append(f"{each.finding.code} {each.finding.key} -> {fix.to}")
    return is_found, right, done, tuple(wrong)


def scores(
    clone: Path, sample: int, chance: random.Random, *, is_compared: bool
) -> Iterator[Score]:
    """Each broken key of a clone's last commit."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "tree"
        git(Path(), "clone", "-q", "--shared", "--no-checkout", str(clone.resolve()), str(folder))
        git(folder, "read-tree", "HEAD")  # the largest files of a snapshot may be absent
        for suffix in sorted(BY_SUFFIX):
            with suppress(subprocess.CalledProcessError):  # there is none
                git(folder, "checkout", "-q", "--", f"*{suffix}")
        project = discover(str(folder))
        before = check(project, Configuration())
        known = frozenset(each.finding.identity for each in before.decisions)
        declared = used_keys(before.index)
        for each in sorted(chance.sample(declared, min(sample, len(declared)))):
            for broken in breaks(project, before.index, each, chance):
                after = project.with_texts(broken.texts)
                for path, text in broken.texts.items():
                    (folder / path).write_bytes(text.encode(project.codecs[path]))
                git(folder, "commit", "-q", "-m", "x", "--", *broken.texts)
                yield scored(after, known, broken, is_compared=is_compared)
                git(folder, "reset", "-q", "HEAD^")
                git(folder, "checkout", "-q", "--", *broken.texts)


def table(title: str, found: list[Score]) -> None:
    """For each kind of commit: right first, applied, wrongly applied, and both without git."""
    heads = ("commits", "found", "first", "applied", "wrong", "alone", "wrong")
    print(f"{title:<20}" + "".join(f"{each:>9}" for each in heads))
    for kind in KINDS:
        own = [each for each in found if each.broken.kind == kind]
        counts = (
            sum(each.is_found for each in own),
            sum(each.is_first for each in own),
            sum(each.is_applied for each in own),
            sum(bool(each.wrong) for each in own),
            sum(each.is_applied_alone for each in own),
            sum(bool(each.wrong_alone) for each in own),
        )
        shares = (f"{100 * each / len(own):.1f} %" if own else "" for each in counts)
        print(f"  {kind:<18}{len(own):>9}" + "".join(f"{each:>9}" for each in shares), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("clones", nargs="+", type=Path, metavar="CLONE")
    parser.add_argument("--sample", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    every: list[Score] = []
    for clone in options.clones:
        chance = random.Random(options.seed)
        found = list(scores(clone, options.sample, chance, is_compared=options.compare))
        every += found
        print(f"{clone.name}: {len(found)} commits", flush=True)
        for each in found:
            said = f"  {each.broken.kind} {each.broken.key} {each.broken.to or ''}"
            for one in each.wrong:
                print(f"{said}: {one}", flush=True)
            if options.verbose and each.broken.to and not each.is_applied:
                became = "left" if each.is_first else "missed" if each.is_found else "not found"
                print(f"{said}: {became}", flush=True)
    table(f"{len(options.clones)} projects", every)


if __name__ == "__main__":
    main()
