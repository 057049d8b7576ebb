"""Where git decides what became of a name, and where it rightly does not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hpfix import past
from hpfix.cli import main
from hpfix.head import NONE, stamp_of

GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}
ENTRIES = {"batch_size": "32", "epochs": "500"}
Files = Mapping[str, str | None]
Fix = Mapping[str, object]


def git(folder: Path, *words: str, day: int = 1) -> str:
    date = f"2024-01-01T00:00:00+0000 {day}" if day == 1 else f"2024-01-{day:02}T00:00:00+0000"
    own = {key: text for key, text in os.environ.items() if not key.startswith("GIT_")}
    own |= GIT | {"GIT_AUTHOR_DATE": date.split(" ")[0], "GIT_COMMITTER_DATE": date.split(" ")[0]}
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-C", str(folder), *words],
        env=own, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def write(folder: Path, files: Files) -> None:
    for path, text in files.items():
        file = folder / path
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)


def build(folder: Path, *commits: Files) -> list[str]:
    """A repository with these commits, one a day; their names."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q")
    names = []
    for day, files in enumerate(commits, start=2):
        write(folder, files)
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "--allow-empty", "-m", "x", day=day)
        names.append(git(folder, "rev-parse", "HEAD"))
    return names


def hparams(**entries: str) -> str:
    lines = "".join(f"    {key}={value},\n" for key, value in (ENTRIES | entries).items())
    return f"from tools import HParams\n\nhparams = HParams(\n{lines})\n"


def reading(*keys: str) -> str:
    lines = "".join(f"print(hparams.{key})\n" for key in keys)
    return f"from hparams import hparams\n\n{lines}"


def fixes(
    folder: Path, capsys: pytest.CaptureFixture[str], key: str, *options: str
) -> list[tuple[str, str, str, list[str]]]:
    """The fixes of the finding about a key: action, target, confidence, what history says."""
    capsys.readouterr()
    main(["check", str(folder), "--no-cache", "--output-format", "json", *options])
    report = json.loads(capsys.readouterr().out)
    (found,) = (each for each in report["findings"] if each["key"] == key)
    return [
        (
            each["action"],
            each["value"] or each["to"],
            each["confidence"],
            [one["text"] for one in each["evidence"] if one["kind"] == "history"],
        )
        for each in found["fixes"]
    ]


Fixes = Callable[..., list[tuple[str, str, str, list[str]]]]


@pytest.fixture
def fixes_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Fixes:
    def fixes_of(
        key: str, *options: str, folder: str = "."
    ) -> list[tuple[str, str, str, list[str]]]:
        return fixes(tmp_path / folder, capsys, key, *options)

    return fixes_of


def test_a_commit_that_turned_one_declaration_into_another_proves_it(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    _, second = build(
        tmp_path,
        {"hparams.py": hparams(layer_norm_epsilon="1e-6"), "a.py": reading("layer_norm_epsilon")},
        {"hparams.py": hparams(norm_epsilon="1e-6")},
    )
    said = f"commit {second[:7]} turned `layer_norm_epsilon=1e-6` into `norm_epsilon=1e-6`"
    first, insertion = fixes_of("layer_norm_epsilon")
    assert first == ("rename", "norm_epsilon", "safe", [said])
    assert insertion[:3] == ("insert", "1e-6", "unsure")
    assert fixes_of("layer_norm_epsilon", "--no-history")[0][2:] == ("unsure", [])


def test_it_is_the_same_whatever_the_dialect(tmp_path: Path, fixes_of: Fixes) -> None:
    old = (
        "import argparse\n\nparser = argparse.ArgumentParser()\n"
        'parser.add_argument("--batch-size", type=int, default=32)\n'
        'parser.add_argument(\n    "--warm-up",\n    type=int,\n    default=4000,\n)\n'
        "args = parser.parse_args()\nprint(args.batch_size, args.warm_up)\n"
    )
    new = old.replace("--warm-up", "--settling-steps")
    _, second = build(tmp_path, {"train.py": old}, {"train.py": new})
    said = f"commit {second[:7]} turned `warm_up=4000` into `settling_steps=4000`"
    assert fixes_of("warm_up")[0] == ("rename", "settling_steps", "likely", [said])


def test_the_old_value_in_the_old_place_is_likely_whatever_the_words(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    build(
        tmp_path,
        {"hparams.py": hparams(filter_length="1024"), "a.py": reading("filter_length")},
        {"hparams.py": hparams(n_fft="1024")},
    )
    assert fixes_of("filter_length")[0][:3] == ("rename", "n_fft", "likely")


def test_a_value_that_many_keys_have_proves_nothing(tmp_path: Path, fixes_of: Fixes) -> None:
    build(
        tmp_path,
        {"hparams.py": hparams(use_cache="True"), "a.py": reading("use_cache")},
        {"hparams.py": hparams(fast_mode="True")},
    )
    assert [each[0] for each in fixes_of("use_cache")] == ["insert"]


def test_uses_that_moved_along_prove_it(tmp_path: Path, fixes_of: Fixes) -> None:
    build(
        tmp_path,
        {
            "hparams.py": hparams(use_cache="True"),
            "a.py": reading("use_cache"),
            "b.py": reading("use_cache"),
        },
        {"hparams.py": hparams(fast_mode="True"), "b.py": reading("fast_mode")},
    )
    action, to, confidence, (said,) = fixes_of("use_cache")[0]
    assert (action, to, confidence) == ("rename", "fast_mode", "safe")
    assert said.endswith("into `fast_mode=True` and 1 use with it")


def test_another_value_needs_uses_that_moved_along(tmp_path: Path, fixes_of: Fixes) -> None:
    before = {
        "hparams.py": hparams(warm_up="4000"),
        "a.py": reading("warm_up"),
        "b.py": reading("warm_up", "warm_up"),
    }
    build(
        tmp_path / "moved",
        before,
        {"hparams.py": hparams(settling="8000"), "b.py": reading("settling", "settling")},
    )
    build(tmp_path / "alone", before, {"hparams.py": hparams(settling="8000"), "b.py": None})
    assert fixes_of("warm_up", folder="moved")[0][:3] == ("rename", "settling", "likely")
    assert fixes_of("warm_up", folder="alone")[0][:3] == ("insert", "4000", "unsure")


def test_opposites_are_two_things_unless_the_uses_moved(tmp_path: Path, fixes_of: Fixes) -> None:
    before = {
        "hparams.py": hparams(min_lr="1e-5"),
        "a.py": reading("min_lr"),
        "b.py": reading("min_lr"),
    }
    after = {"hparams.py": hparams(max_lr="1e-5")}
    build(tmp_path / "alone", before, after)
    build(tmp_path / "moved", before, {**after, "b.py": reading("max_lr")})
    assert fixes_of("min_lr", folder="alone")[0][0] == "insert"
    assert fixes_of("min_lr", folder="moved")[0][:3] == ("rename", "max_lr", "likely")


def test_names_that_were_declared_side_by_side_are_two_things(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    both = hparams(learning_rate="1e-3", learning_rates="1e-3")
    one = hparams(learning_rate="1e-3")
    build(
        tmp_path / "both",
        {"hparams.py": both, "a.py": reading("learning_rates")},
        {"hparams.py": both + "\n"},
        {"hparams.py": one},
    )
    build(tmp_path / "one", {"hparams.py": one, "a.py": reading("learning_rates")})
    assert fixes_of("learning_rates", folder="one")[0][:3] == ("rename", "learning_rate", "likely")
    action, to, confidence, (said,) = fixes_of("learning_rates", folder="both")[0]
    assert (action, to, confidence) == ("rename", "learning_rate", "unsure")
    assert said.startswith("`learning_rates` and `learning_rate` were both declared until commit")


def test_the_newest_removal_counts(tmp_path: Path, fixes_of: Fixes) -> None:
    old, new = hparams(warm_up="4000"), hparams(warm_up_steps="4000")
    reads = {"a.py": reading("warm_up")}
    *_, fourth = build(
        tmp_path / "again",
        {"hparams.py": old, **reads}, {"hparams.py": new}, {"hparams.py": old}, {"hparams.py": new},
    )  # fmt: skip
    build(
        tmp_path / "both",
        {"hparams.py": old, **reads},
        {"hparams.py": new},
        {"hparams.py": hparams(warm_up="4000", warm_up_steps="4000")},
        {"hparams.py": new},
    )
    _, to, confidence, said = fixes_of("warm_up", folder="again")[0]
    assert (to, confidence) == ("warm_up_steps", "safe")
    assert fourth[:7] in said[0]
    assert fixes_of("warm_up", folder="both")[0][2] == "unsure"


def test_a_key_is_followed_through_several_names(tmp_path: Path, fixes_of: Fixes) -> None:
    _, second, third = build(
        tmp_path,
        {"hparams.py": hparams(layer_eps="1e-6"), "a.py": reading("layer_eps")},
        {"hparams.py": hparams(layer_norm_eps="1e-6")},
        {"hparams.py": hparams(norm_eps="1e-6")},
    )
    _, to, confidence, (said,) = fixes_of("layer_eps")[0]
    assert (to, confidence) == ("norm_eps", "safe")
    assert said == (
        f"commit {second[:7]} turned `layer_eps=1e-6` into `layer_norm_eps=1e-6`, "
        f"commit {third[:7]} turned `layer_norm_eps=1e-6` into `norm_eps=1e-6`"
    )


def test_a_file_is_followed_through_its_names(tmp_path: Path, fixes_of: Fixes) -> None:
    old, new = hparams(warm_up="4000"), hparams(warm_up_steps="4000")
    reads = reading("warm_up").replace("from hparams", "from conf.hparams")
    build(
        tmp_path,
        {"settings.py": old, "a.py": reads},
        {"settings.py": new},
        {"settings.py": None, "conf/hparams.py": new, "conf/__init__.py": ""},
    )
    assert fixes_of("warm_up")[0][:3] == ("rename", "warm_up_steps", "safe")


def test_a_rename_in_the_commit_that_moves_the_file_is_found(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    reads = reading("warm_up").replace("from hparams", "from conf.hparams")
    build(
        tmp_path,
        {"hparams.py": hparams(warm_up="4000"), "a.py": reads},
        {
            "hparams.py": None,
            "conf/hparams.py": hparams(warm_up_steps="4000"),
            "conf/__init__.py": "",
        },
    )
    assert fixes_of("warm_up")[0][:3] == ("rename", "warm_up_steps", "safe")


def test_a_reformatted_declaration_is_no_other_one(tmp_path: Path, fixes_of: Fixes) -> None:
    one_line = (
        "from tools import HParams\n\nhparams = HParams(batch_size=32, epochs=500, warm_up=4000)\n"
    )
    _, _, third = build(
        tmp_path,
        {"hparams.py": hparams(warm_up="4000"), "a.py": reading("warm_up")},
        {"hparams.py": one_line},
        {"hparams.py": hparams(warm_up_steps="4000").replace("    ", "        ")},
    )
    _, to, confidence, (said,) = fixes_of("warm_up")[0]
    assert (to, confidence) == ("warm_up_steps", "safe")
    assert third[:7] in said


def test_a_rename_on_a_merged_branch_is_found(tmp_path: Path, fixes_of: Fixes) -> None:
    build(tmp_path, {"hparams.py": hparams(warm_up="4000"), "a.py": reading("warm_up")})
    git(tmp_path, "checkout", "-q", "-b", "side")
    write(tmp_path, {"hparams.py": hparams(warm_up_steps="4000")})
    git(tmp_path, "commit", "-q", "-a", "-m", "x", day=3)
    git(tmp_path, "checkout", "-q", "main")
    write(tmp_path, {"b.py": "print(1)\n"})
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "x", day=4)
    git(tmp_path, "merge", "-q", "--no-ff", "-m", "x", "side", day=5)
    assert fixes_of("warm_up")[0][:3] == ("rename", "warm_up_steps", "safe")


def test_a_rename_on_a_branch_is_found_though_the_file_moved_on_the_other(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    reads = reading("warm_up").replace("from hparams", "from conf.hparams")
    build(tmp_path, {"hparams.py": hparams(warm_up="4000"), "a.py": reads})
    git(tmp_path, "checkout", "-q", "-b", "side")
    write(tmp_path, {"hparams.py": hparams(warm_up_steps="4000")})
    git(tmp_path, "commit", "-q", "-a", "-m", "x", day=3)
    git(tmp_path, "checkout", "-q", "main")
    (tmp_path / "conf").mkdir()
    git(tmp_path, "mv", "hparams.py", "conf/hparams.py")
    git(tmp_path, "commit", "-q", "-m", "x", day=4)
    git(tmp_path, "merge", "-q", "--no-ff", "-m", "x", "side", day=5)
    assert fixes_of("warm_up")[0][:3] == ("rename", "warm_up_steps", "safe")


def test_a_key_that_was_renamed_and_moved_in_its_file_is_likely(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    kept = {f"key_{letter}": f"'{letter}'" for letter in "abcdef"}
    old = hparams(warm_up="4000", **kept)
    moved = hparams(**kept, warm_up_steps="4000")
    reads = {"a.py": reading("warm_up")}
    _, second = build(tmp_path / "one", {"hparams.py": old, **reads}, {"hparams.py": moved})
    said = f"commit {second[:7]} turned `warm_up=4000` into `warm_up_steps=4000`"
    assert fixes_of("warm_up", folder="one")[0] == ("rename", "warm_up_steps", "likely", [said])
    others = {
        "value": hparams(**kept, warm_up_steps="5000"),
        "two": hparams(**kept, warm_up_steps="4000", warm_up_iterations="4000"),
        "words": hparams(**kept, settling="4000"),
    }
    for folder, after in others.items():
        build(tmp_path / folder, {"hparams.py": old, **reads}, {"hparams.py": after})
        assert not any(
            each[3] for each in fixes_of("warm_up", folder=folder) if each[0] == "rename"
        ), folder


OPTIONS = """import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--batch-size", type=int, default=32, help="clips in a step")
parser.add_argument("--seed", type=int, default=0, help="where chance begins")
{option}
args = parser.parse_args()
print(args.batch_size, args.seed, args.{key})
"""


def test_a_line_that_is_the_same_but_for_the_name_needs_no_value(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    lines = {
        "akin": ('"--out-dir", type=str', '"--out-folder", type=str'),
        "told": (
            '"--bfloat", action="store_true", help="halve the memory of each step"',
            '"--half", action="store_true", help="halve the memory of each step"',
        ),
        "plain": ('"--bfloat", action="store_true"', '"--half", action="store_true"'),
        "typed": ('"--out-dir", type=str', '"--out-folder", type=int'),
        "else": (
            '"--bfloat", action="store_true", help="halve the memory of each step"',
            '"--half", action="store_true", help="only every other clip"',
        ),
    }
    found = {}
    for folder, (old, new) in lines.items():
        before, after = (f"parser.add_argument({each})" for each in (old, new))
        key = old.split('"')[1].strip("-").replace("-", "_")
        build(
            tmp_path / folder,
            {"train.py": OPTIONS.format(option=before, key=key)},
            {"train.py": OPTIONS.format(option=after, key=key)},
        )
        first = next(iter(fixes_of(key, folder=folder)), ("", "", "", []))
        found[folder] = first[1:3] if first[3] and first[0] == "rename" else ()
    assert found == {
        "akin": ("out_folder", "likely"),
        "told": ("half", "likely"),
        "plain": (),
        "typed": (),
        "else": (),
    }


def test_what_took_the_place_of_a_key_may_stand_beside_what_was_forgotten(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    before = {"hparams.py": hparams(warm_up="4000"), "a.py": reading("warm_up")}
    renamed = hparams(warm_up_steps="4000")
    build(
        tmp_path / "after",
        before,
        {"hparams.py": renamed},
        {"a.py": reading("warm_up", "warm_up_steps")},
    )
    both = {"hparams.py": hparams(warm_up_steps="4000"), "a.py": reading("warm_up_steps")}
    build(tmp_path / "never", both, {"a.py": reading("warm_up", "warm_up_steps")})
    assert fixes_of("warm_up", folder="after")[0][:3] == ("rename", "warm_up_steps", "likely")
    assert fixes_of("warm_up", folder="never")[0][:3] == ("rename", "warm_up_steps", "unsure")


def test_what_is_not_committed_counts(tmp_path: Path, fixes_of: Fixes) -> None:
    uses = {"a.py": reading("warm_up"), "b.py": reading("warm_up", "warm_up")}
    build(tmp_path, {"hparams.py": hparams(warm_up="4000"), **uses})
    write(
        tmp_path, {"hparams.py": hparams(settling="8000"), "b.py": reading("settling", "settling")}
    )
    _, to, confidence, (said,) = fixes_of("warm_up")[0]
    assert (to, confidence) == ("settling", "likely")
    assert said == (
        "a change that is not committed turned `warm_up=4000` into `settling=8000` "
        "and 2 uses with it"
    )


def test_a_project_in_a_folder_of_a_repository_has_its_history(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    here = "work/speech"
    build(
        tmp_path,
        {
            f"{here}/hpfix.toml": "",
            f"{here}/hparams.py": hparams(warm_up="4000"),
            f"{here}/a.py": reading("warm_up"),
            "hparams.py": hparams(warm_up="4000"),
        },
        {f"{here}/hparams.py": hparams(warm_up_steps="4000")},
        {"hparams.py": hparams(warm_up_fraction="4000")},
    )
    assert fixes_of("warm_up", folder=here)[0][:3] == ("rename", "warm_up_steps", "safe")


def test_a_guarded_read_stays_a_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shim = 'from hparams import hparams\n\nprint(getattr(hparams, "filter_length", None))\n'
    build(
        tmp_path,
        {"hparams.py": hparams(filter_length="1024"), "a.py": shim},
        {"hparams.py": hparams(n_fft="1024")},
    )
    assert main(["check", str(tmp_path), "--no-cache"]) == 0


def test_a_shallow_history_is_said_where_it_matters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(
        tmp_path / "whole",
        {"hparams.py": hparams(warm_up="4000"), "a.py": reading("warm_up", "epochs")},
        {"hparams.py": hparams(warm_up_steps="4000")},
    )
    url = f"file://{tmp_path}/whole"
    git(tmp_path, "clone", "-q", "--depth=1", url, "shallow")
    main(["check", str(tmp_path / "shallow"), "--no-cache"])
    assert capsys.readouterr().out.endswith(f"\n{past.SHALLOW}\n")
    main(["check", str(tmp_path / "whole"), "--no-cache"])
    assert past.SHALLOW not in capsys.readouterr().out
    write(tmp_path / "shallow", {"a.py": reading("epochs")})
    assert main(["check", str(tmp_path / "shallow"), "--no-cache"]) == 0
    assert past.SHALLOW not in capsys.readouterr().out


def test_the_end_of_the_time_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(
        tmp_path,
        {"hparams.py": hparams(warm_up="4000"), "a.py": reading("warm_up")},
        {"hparams.py": hparams(warm_up_steps="4000")},
    )
    slow = tmp_path.parent / f"{tmp_path.name}-bin"
    slow.mkdir()
    real = shutil.which("git")
    (slow / "git").write_text(
        f'#!/bin/sh\ncase "$*" in *--raw*) exec sleep 60;; esac\nexec {real} "$@"\n'
    )
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(slow))
    monkeypatch.setattr(past, "SECONDS", 0.5)
    assert main(["check", str(tmp_path), "--no-cache"]) == 1
    assert capsys.readouterr().out.endswith(f"\n{past.CUT}\n")


@pytest.mark.parametrize("trouble", ["no git", "no repository", "bare", "broken", "no commit"])
def test_where_there_is_no_history_nothing_is_said(
    tmp_path: Path,
    trouble: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = {"hparams.py": hparams(warm_up_steps="4000"), "a.py": reading("warm_up")}
    write(tmp_path, {**files, "hpfix.toml": ""})
    if trouble == "bare":
        git(tmp_path, "init", "-q", "--bare", ".")
    elif trouble != "no repository":
        git(tmp_path, "init", "-q")
    if trouble == "broken":
        (tmp_path / ".git/HEAD").write_text("nonsense\n")
    if trouble == "no git":
        monkeypatch.setenv("PATH", "")
    assert main(["check", str(tmp_path), "--no-cache"]) == 1
    said = capsys.readouterr()
    assert main(["check", str(tmp_path), "--no-cache", "--no-history"]) == 1
    assert capsys.readouterr() == said


def test_the_configuration_can_do_without(
    tmp_path: Path, fixes_of: Fixes, capsys: pytest.CaptureFixture[str]
) -> None:
    build(
        tmp_path,
        {"hparams.py": hparams(filter_length="1024"), "a.py": reading("filter_length")},
        {"hparams.py": hparams(n_fft="1024")},
    )
    write(tmp_path, {"hpfix.toml": "history = false\n"})
    assert fixes_of("filter_length")[0][0] == "insert"
    write(tmp_path, {"hpfix.toml": "history = 1\n"})
    assert main(["check", str(tmp_path)]) == 2
    assert "`history` in hpfix.toml must be true or false, not a number" in capsys.readouterr().err


def test_yes_writes_what_history_proves(tmp_path: Path) -> None:
    build(
        tmp_path,
        {"hparams.py": hparams(filter_length="1024"), "a.py": reading("filter_length")},
        {"hparams.py": hparams(n_fft="1024")},
    )
    assert main([str(tmp_path), "--yes"]) == 0
    assert (tmp_path / "a.py").read_text() == reading("n_fft")


def test_a_kept_answer_is_of_one_commit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HPFIX_CACHE_DIR", str(tmp_path / "cache"))
    here = tmp_path / "project"
    build(here, {"hparams.py": hparams(n_fft="1024"), "a.py": reading("filter_length")})
    main(["check", str(here)])
    first = capsys.readouterr().out
    monkeypatch.setattr(past, "_asked", None)  # a kept answer asks nobody
    main(["check", str(here)])
    assert capsys.readouterr().out == first
    monkeypatch.undo()
    monkeypatch.setenv("HPFIX_CACHE_DIR", str(tmp_path / "cache"))
    past._known.clear()
    write(here, {"hparams.py": hparams(filter_length="1024")})
    git(here, "commit", "-q", "-a", "-m", "x", day=3)
    write(here, {"hparams.py": hparams(n_fft="1024")})
    git(here, "commit", "-q", "-a", "-m", "x", day=4)
    main(["check", str(here)])
    assert "rename to `n_fft` (likely)" in capsys.readouterr().out


def test_head_is_read_as_git_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    (name,) = build(folder, {"a.py": "print(1)\n"})
    assert stamp_of(str(tmp_path)) == NONE
    assert stamp_of(str(folder)).split() == [name, "0"]
    git(folder, "pack-refs", "--all")
    assert stamp_of(str(folder)).split() == [name, "0"]
    git(folder, "worktree", "add", "-q", "-b", "other", str(tmp_path / "two"))
    assert stamp_of(str(tmp_path / "two")).split() == [name, "0"]
    git(folder, "checkout", "-q", "--detach")
    assert stamp_of(str(folder)).split() == [name, "0"]
    (folder / ".git/HEAD").write_text("ref: ../../secret\n")
    assert stamp_of(str(folder)) == ""


HOSTILE = """
[core]
\tfsmonitor = {touch}
\thooksPath = hooks
\tpager = {touch}
\tsshCommand = {touch}
\tgitProxy = {touch}
\taskPass = {touch}
\teditor = {touch}
\talternateRefsCommand = {touch}
\tattributesFile = own-attributes
[pager]
\tlog = {touch}
\trev-parse = {touch}
[diff]
\texternal = {touch}
\tnoprefix = true
\tsubmodule = log
\trelative = true
\trenames = copies
\torderFile = nowhere
[diff "evil"]
\ttextconv = {touch}
\tcommand = {touch}
\tcachetextconv = true
[filter "evil"]
\tclean = {touch}
\tsmudge = {touch}
\tprocess = {touch}
\trequired = true
[gpg]
\tprogram = {touch}
[log]
\tshowSignature = true
\tdiffMerges = remerge
\tfollow = true
[color]
\tui = always
[credential]
\thelper = {touch}
[alias]
\tlog = !{touch}
\tcat-file = !{touch}
[format]
\tpretty = %G? %H
[protocol]
\tallow = always
[protocol "ext"]
\tallow = always
[protocol "file"]
\tallow = always
[extensions]
\tpartialClone = origin
[remote "origin"]
\turl = ext::{touch}
\tuploadpack = {touch}
\tpromisor = true
\tpartialCloneFilter = blob:none
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
@pytest.mark.parametrize("is_partial", [False, True])
def test_nothing_that_the_repository_names_is_started(
    tmp_path: Path, is_partial: bool, fixes_of: Fixes, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched = tmp_path / "touched"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho $0 $* >> {touched}\ncat\n")
    program.chmod(0o755)
    folder = tmp_path / "project"
    build(
        folder,
        {"hparams.py": hparams(filter_length="1024"), "a.py": reading("filter_length")},
        {"hparams.py": hparams(n_fft="1024")},
    )
    attributes = "* diff=evil filter=evil merge=evil\n"
    write(folder, {".gitattributes": attributes, "own-attributes": attributes})
    for hook in ("post-checkout", "pre-commit", "post-index-change", "fsmonitor-watchman"):
        for place in ("hooks", ".git/hooks"):
            (folder / place).mkdir(exist_ok=True)
            shutil.copy(program, folder / place / hook)
    (folder / ".git/info/attributes").write_text(attributes)
    if is_partial:
        blob = git(folder, "rev-parse", "HEAD^:hparams.py")
        (folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    text = HOSTILE.format(touch=program)
    with (folder / ".git/config").open("a") as stream:
        stream.write(text if is_partial else text.replace("partialClone = origin", ""))
    for name in ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND"):
        monkeypatch.setenv(name, str(program))
    found = fixes_of("filter_length", folder="project")
    assert found[0][0] == ("insert" if is_partial else "rename")
    monkeypatch.chdir(folder)
    main(["--yes"])  # which asks what is committed
    assert not touched.exists(), touched.read_text()


def test_a_program_called_git_in_the_project_is_not_started(
    tmp_path: Path, fixes_of: Fixes, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, {"hparams.py": hparams(n_fft="1024"), "a.py": reading("filter_length")})
    (tmp_path / "bin").mkdir()
    for own in (tmp_path / "bin/git", tmp_path / "git"):
        own.write_text(f"#!/bin/sh\necho started >> {tmp_path}/touched\n")
        own.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(
        "PATH", os.pathsep.join([str(tmp_path / "bin"), ".", "", os.environ["PATH"]])
    )
    fixes_of("filter_length")
    assert not (tmp_path / "touched").exists()


def test_keys_that_all_seem_to_become_one_have_become_none_of_it(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    old = "".join(f"# tuned: {key} by hand\n" for key in ("warm_up", "cool_down"))
    build(
        tmp_path,
        {
            "hparams.py": hparams(warm_up="4000", cool_down="9"),
            "a.py": reading("warm_up"),
            "b.py": old,
        },
        {"hparams.py": hparams(name="'cosine'"), "b.py": "# tuned: name by hand\n"},
    )
    assert [each[0] for each in fixes_of("warm_up")] == ["insert"]


def test_two_fields_without_a_default_are_not_one_for_that(tmp_path: Path, fixes_of: Fixes) -> None:
    config = (
        "from dataclasses import dataclass\n\n\n@dataclass\nclass TrainConfig:\n"
        "    batch_size: int\n    epochs: int\n    beta: float\n"
    )
    uses = (
        "from config import TrainConfig\n\n\ndef run(config: TrainConfig) -> None:\n"
        "    print(config.batch_size, config.epochs, config.beta)\n"
    )
    build(
        tmp_path,
        {"config.py": config, "a.py": uses},
        {"config.py": config.replace("beta: float", "betas: tuple[float, float]")},
    )
    assert all(not each[3] or each[0] == "insert" for each in fixes_of("beta"))


@pytest.mark.parametrize(
    ("old", "new", "value"),
    [
        ("use_amp", "no_amp", "True"),
        ("lr", "min_lr", "1e-4"),
        ("keep_prob", "drop_prob", "0.5"),
        ("batches", "eval_batches", "17"),
        ("size", "eval_size", "17"),
        ("amp", "no_amp", "True"),
        ("rounds", "log_every", "10"),
        ("dropout", "label_smoothing", "0.1"),
        ("postnet_dim", "speaker_channels", "512"),
    ],
)
def test_a_key_that_says_another_thing_took_a_place_and_no_name(
    tmp_path: Path, fixes_of: Fixes, old: str, new: str, value: str
) -> None:
    before = {
        "hparams.py": hparams(**{old: value}),
        "a.py": reading("batch_size", old),
        "b.py": reading(old),
    }
    after = {"hparams.py": hparams(**{new: value})}
    build(tmp_path / "alone", before, {**after, "b.py": None})
    build(tmp_path / "moved", before, {**after, "b.py": reading(new)})
    assert {each[2] for each in fixes_of(old, folder="alone")} == {"unsure"}
    assert fixes_of(old, folder="moved")[0][:2] == ("rename", new)


def test_a_comment_and_a_commit_that_disagree_prove_nothing(
    tmp_path: Path, fixes_of: Fixes
) -> None:
    comment = "text_width=80,\n", "text_width=80,  # was width\n"
    before = {
        "hparams.py": hparams(width="193", text_width="80").replace(*comment),
        "a.py": reading("width"),
        "b.py": reading("width"),
    }
    for folder, new in (("other", "channels"), ("same", "text_width")):
        after = hparams(**{new: "193"} | ({"text_width": "80"} if folder == "other" else {}))
        build(
            tmp_path / folder,
            before if folder == "other" else {**before, "hparams.py": hparams(width="193")},
            {
                "hparams.py": after.replace(*comment).replace(
                    "text_width=193,", "text_width=193,  # was width"
                ),
                "b.py": reading(new),
            },
        )
    action, to, confidence, _ = fixes_of("width", folder="other")[0]
    assert (action, to, confidence) == ("rename", "text_width", "unsure")
    assert fixes_of("width", folder="same")[0][:3] == ("rename", "text_width", "safe")
