"""Whether a rewrite touches another byte: every key of real files renamed, set, inserted, removed.

    python benchmarks/fidelity.py FOLDER... [--cap N] [--jobs N] [--verbose]

In every YAML, JSON, TOML, notebook and shell file of the folders, at up to `--cap` keys of a file,
evenly spread (an eighth of that in files over 100 kB), each edit alone and in memory. An edit is
`exact` when the file with it undone by hand is the file as it was, byte for byte, and when another
parser than that of the codemods (PyYAML's events, `json`, `tomllib`, `shlex`) reads the same in the
same order but for the named key or value; `refused` when the codemod said why; anything else is
`other`, and makes the exit status 1. Keys are renamed to, and inserted as, a name that occurs
nowhere; values are set to a number that occurs nowhere.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from fidelity_checks import NEW, SENTINEL, check
from fidelity_targets import (
    Target,
    Unparsed,
    json_targets,
    notebook_targets,
    place,
    shell_targets,
    toml_targets,
    yaml_targets,
)

from codemods import json_keys, notebook_keys, shell_words, toml_keys, yaml_keys
from codemods.splices import Refused, splice
from hpfix.decoding import Undecodable, decode

BIG = 100_000
Codemod = Callable[[str, Target], Any]


class Outcome(NamedTuple):
    """What became of the edits of one file; `unread` says why it was not judged."""

    path: str
    form: str
    counts: Counter[tuple[str, str]]
    reasons: Counter[tuple[str, str, str]]
    others: tuple[str, ...]
    unread: str | None = None


def _keyed(module: Any, *, many: bool = False) -> dict[str, Codemod]:
    """The four edits of a module of codemods that share their arguments."""

    def rename(text: str, key: Target) -> Any:
        at = place(text, key.start)
        return module.rename_key(text, at=[at] if many else at, old=key.key, new=NEW)

    def assign(text: str, key: Target) -> Any:
        return module.set_scalar(text, at=place(text, key.start), key=key.key, value=SENTINEL)

    def insert(text: str, key: Target) -> Any:
        at = place(text, key.start)
        return module.insert_key(text, at=at, after=key.key, key=NEW, value=SENTINEL)

    def remove(text: str, key: Target) -> Any:
        return module.remove_key(text, at=place(text, key.start), key=key.key)

    return {"rename": rename, "set": assign, "insert": insert, "remove": remove}


def _in_notebook(text: str, key: Target) -> Any:
    return notebook_keys.rename_key(text, at=[place(text, key.start)], old=key.key, new=NEW)


def _in_shell(text: str, key: Target) -> Any:
    return shell_words.rename_word(text, at=place(text, key.start), old=key.key, new=NEW)


FORMS: dict[str, tuple[str, Callable[[str], list[Target]], dict[str, Codemod]]] = {
    ".yaml": ("YAML", yaml_targets, _keyed(yaml_keys)),
    ".yml": ("YAML", yaml_targets, _keyed(yaml_keys)),
    ".json": ("JSON", json_targets, _keyed(json_keys)),
    ".toml": ("TOML", toml_targets, _keyed(toml_keys, many=True)),
    ".ipynb": ("notebook", notebook_targets, {"rename": _in_notebook}),
    ".sh": ("shell", shell_targets, {"rename": _in_shell}),
}


def judge(path: Path, cap: int) -> Outcome:
    """Carry out and check every edit of one file."""
    form, targets_of, codemods = FORMS[path.suffix]
    counts: Counter[tuple[str, str]] = Counter()
    reasons: Counter[tuple[str, str, str]] = Counter()
    others: list[str] = []
    try:
        data = path.read_bytes()
        text, codec = decode(data, path.name)
        targets = targets_of(text)
    except (Unparsed, Undecodable, OSError) as error:
        return Outcome(str(path), form, counts, reasons, (), str(error))
    if NEW in text or SENTINEL in text:
        return Outcome(str(path), form, counts, reasons, (), "it has the names of this benchmark")
    for target in spread(targets, cap if len(data) <= BIG else max(cap // 8, 1)):
        for edit, codemod in codemods.items():
            if (edit == "set" and target.value is None) or (edit == "insert" and not target.entry):
                continue
            state, reason = _tried(form, edit, codemod, text, target, codec)
            counts[edit, state] += 1
            if state == "refused":
                reasons[form, edit, _general(reason)] += 1
            elif state == "other":
                line, column = place(text, target.start)
                others.append(f"{path}:{line}:{column}: {edit} `{target.key}`: {reason}")
    return Outcome(str(path), form, counts, reasons, tuple(others))


def _tried(
    form: str, edit: str, codemod: Codemod, text: str, target: Target, codec: str
) -> tuple[str, str]:
    """Whether one edit is exact, refused or anything else, and why."""
    try:
        result = splice(text, codemod(text, target))
    except Refused as refusal:
        return "refused", str(refusal)
    # a crash is a verdict on the codemod, and is told with its file
    except Exception as error:
        return "other", f"{type(error).__name__}: {error}"
    fault = check(form, edit, text, result, target, codec)
    return ("exact", "") if fault is None else ("other", fault)


def spread(targets: list[Target], cap: int) -> list[Target]:
    """At most `cap` of the targets, evenly spread, the first and the last among them."""
    if len(targets) <= cap:
        return targets
    last = len(targets) - 1
    return [targets[round(each * last / max(cap - 1, 1))] for each in range(cap)]


def _general(reason: str) -> str:
    """A reason without the names and places of one file."""
    return re.sub(r"\d+:\d+", "L:C", re.sub(r"`[^`]*`", "`…`", reason))


def files_of(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in FORMS and path.is_file() and not path.is_symlink():
                yield path


def print_table(outcomes: list[Outcome]) -> None:
    counts: Counter[tuple[str, str, str]] = Counter()
    for outcome in outcomes:
        for (edit, state), number in outcome.counts.items():
            counts[outcome.form, edit, state] += number
    print(f"{'':10}{'':9}{'edits':>8}{'exact':>8}{'refused':>9}{'':8}{'other':>7}")
    rows = sorted({(form, edit) for form, edit, _ in counts}, key=lambda row: _order(*row))
    for form, edit in [*rows, ("all", "")]:
        exact, refused, other = (
            sum(
                number
                for (a, b, each), number in counts.items()
                if each == state and (form == "all" or (a, b) == (form, edit))
            )
            for state in ("exact", "refused", "other")
        )
        total = exact + refused + other
        share = f"{100 * refused / total:.2f} %" if total else ""
        print(f"{form:10}{edit:9}{total:8}{exact:8}{refused:9}{share:>8}{other:7}")


def _order(form: str, edit: str) -> tuple[int, int]:
    forms = list(dict.fromkeys(each[0] for each in FORMS.values()))
    return forms.index(form), ["rename", "set", "insert", "remove"].index(edit)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--cap", type=int, default=40, help="keys of one file, evenly spread")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--verbose", action="store_true", help="name every file that is not read")
    options = parser.parse_args()
    paths = list(files_of(options.folders))
    with ProcessPoolExecutor(options.jobs) as pool:
        work = [pool.submit(judge, path, options.cap) for path in paths]
        outcomes = [each.result() for each in work]
    print_table(outcomes)
    reasons = sum((each.reasons for each in outcomes), Counter[tuple[str, str, str]]())
    print("\nrefused:" if reasons else "\nnothing refused")
    for (form, edit, reason), number in reasons.most_common():
        print(f"{number:6}  {form} {edit}: {reason}")
    unread = [each for each in outcomes if each.unread is not None]
    print(f"\n{len(outcomes)} files, {len(unread)} not read")
    for outcome in unread if options.verbose else unread[:20]:
        print(f"  {outcome.path}: {outcome.unread}")
    others = [each for outcome in outcomes for each in outcome.others]
    for line in others if options.verbose else others[:40]:
        print(line)
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(main())
