"""The generated parts of README.md and docs/: `python -m tests.documents` writes them anew."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from unittest.mock import patch

from hpfix.cli import main
from hpfix.rules import all_rules

ROOT = Path(__file__).parent.parent
WHY = """# Why hpfix can be trusted

A wrong repair is worse than none: it turns a crash into a silently different experiment. hpfix
reads the whole project, never runs it, works on immutable snapshots in memory, reads everything
again after each repair, and writes once, at the end. What a repair made of a file is compared with
what it names, by other readers than those of the rewriters: syntax trees, events, values, comments
and bytes. A repair that cannot be carried out exactly, that changes more than it names, that does
not settle its finding or that makes another is refused before anything is written.

Before the first file is replaced, what all of them were and will be is on disk in one file,
`.hpfix-journal`. Each new file is synced beside its old one before it takes its place. Whatever
ends the run, the next one finishes it or takes it back, and says so; `hpfix undo` takes back a run
that is complete.

Each promise has tests that keep it; a promise whose test is gone fails the suite.

"""

PROMISES = (
    (
        "Never writes what it did not show",
        "test_cases.py::test_git_applies_what_is_shown",
        "test_cli.py::test_notes_are_shown_when_asked_for_and_never_count",
    ),
    (
        "Never writes half a fix",
        "test_cases.py::test_result_is_as_written",
        "test_terminal.py::test_quitting_keeps_what_was_accepted_and_nothing_else",
    ),
    (
        "Never guesses from what it could not read",
        "test_cases.py::test_the_exit_status_says_what_is_left",
        "test_cache.py::test_what_could_not_be_read_is_never_kept",
    ),
    (
        "Same input, same output, byte for byte",
        "test_cases.py::test_the_order_of_files_does_not_matter",
        "test_cases.py::test_a_second_run_changes_nothing",
        "test_cases.py::test_a_process_of_its_own_says_the_same",
        "test_cases.py::test_another_order_of_hashes_changes_nothing",
    ),
    (
        "Bytes outside the edit do not change",
        "test_cases.py::test_other_files_keep_bytes_time_and_mode",
        "test_hostile.py::test_an_encoding_is_read_and_every_other_byte_kept",
        "test_hostile.py::test_utf_16_yaml_is_read_and_written_as_it_is",
        "test_cases.py::test_the_same_edit_is_made",
        "codemods/test_rename_key.py::test_every_other_character_stays",
        "codemods/test_yaml_keys.py::test_loading_a_renamed_text_is_renaming_what_was_loaded",
        "codemods/test_json_keys.py::test_loading_the_rewritten_text_is_rewriting_what_was_loaded",
        "codemods/test_toml_keys.py::test_loading_the_rewritten_text_is_rewriting_what_was_loaded",
        "codemods/test_shell_words.py::test_a_shell_reads_every_other_word_as_before",
        "codemods/test_notebook_keys.py::test_the_form_of_the_file_stays",
        "test_fuzzed.py::test_what_was_found_is_read_and_renamed_in",
    ),
    (
        "A rewriter that does anything but what was asked is caught before it is kept",
        "test_verify.py::test_whatever_it_does_beyond_is_refused",
        "test_verify.py::test_what_it_does_to_the_rest_of_a_notebook_is_refused",
        "test_verify.py::test_a_faulty_rewrite_leaves_all_files_and_a_refused_finding",
        "test_verify.py::test_every_codemod_has_a_check",
    ),
    (
        "A file that changed since it was read is not overwritten",
        "test_terminal.py::test_a_file_that_changed_meanwhile_is_not_overwritten",
        "test_plans.py::test_a_file_that_changed_since_refuses_the_whole_plan",
        "test_undoing.py::test_a_file_that_a_fix_rests_on_must_not_have_changed",
        "test_undoing.py::test_a_file_that_was_edited_since_is_not_taken_back",
    ),
    (
        "A crash at any moment leaves all old or all new",
        "crashes.py::test_killed_at_every_call_it_is_all_old_or_all_new",
        "test_writing.py::test_the_journal_is_on_disk_before_a_file_and_each_file_before_its_name",
        "test_undoing.py::test_whatever_starts_next_takes_an_interrupted_run_back",
        "test_undoing.py::test_what_was_edited_after_a_crash_is_left_by_all_but_undo",
        "test_undoing.py::"
        "test_a_run_that_had_written_everything_is_complete_whatever_changed_since",
    ),
    (
        "A full disk, or any call that is refused, leaves everything as it was",
        "crashes.py::test_refused_at_every_call_nothing_is_written",
        "test_writing.py::test_a_full_disk",
        "test_undoing.py::test_what_is_read_only_stays_and_with_it_all",
        "test_undoing.py::test_a_folder_that_vanished_stops_all",
    ),
    (
        "Two runs at once tear no file",
        "crashes.py::test_two_runs_at_once_tear_nothing",
        "test_undoing.py::test_a_run_that_is_writing_is_waited_for",
    ),
    (
        "`hpfix undo` takes the last run back",
        "test_undoing.py::test_the_last_run_is_taken_back_once",
        "test_undoing.py::test_of_two_runs_the_last_is_taken_back",
        "test_undoing.py::test_an_undo_that_is_killed_is_finished_by_the_next",
    ),
    (
        "A signal at a question writes nothing and restores the terminal; one in the write waits",
        "test_terminal.py::test_a_signal_at_a_question_writes_nothing_and_restores_the_terminal",
        "test_terminal.py::test_going_away_writes_nothing_and_says_so",
        "crashes.py::test_told_to_end_while_it_writes_a_run_ends_what_it_writes",
    ),
    (
        "A plan applies exactly what it shows",
        "test_plans.py::test_a_plan_says_what_it_does",
        "test_plans.py::test_a_plan_that_was_changed_by_hand_is_refused",
    ),
    (
        "Without questions, nothing is written that git does not have",
        "test_plans.py::test_without_questions_only_what_is_committed_is_written",
        "test_plans.py::test_a_file_that_is_not_part_of_the_last_commit_is_not_written",
    ),
    (
        "Mode, owner, attributes and links stay; none leads out of the project",
        "test_undoing.py::test_mode_and_attributes_stay",
        "test_undoing.py::test_the_owner_stays",
        "test_undoing.py::test_a_hard_link_is_refused",
        "test_undoing.py::test_a_link_is_kept_and_what_it_leads_to_is_written",
        "test_undoing.py::test_a_link_out_of_the_project_is_never_followed",
        "test_undoing.py::test_a_folder_that_became_a_link_meanwhile_is_refused",
        "test_undoing.py::test_a_journal_that_hpfix_would_not_write_does_nothing",
        "test_undoing.py::test_a_journal_that_came_with_the_project_leads_nowhere",
        "test_undoing.py::test_only_undo_takes_back_what_this_user_did_not_begin",
    ),
    (
        "What could not be read is said, counted, and makes the exit status 2",
        "test_cli.py::test_what_cannot_be_read_is_named_and_fails",
        "test_hostile.py::test_what_cannot_be_read_is_said_and_the_rest_mended",
        "test_hostile.py::test_what_no_person_writes_is_not_read",
        "test_hostile.py::test_what_is_deep_ends_and_is_said",
        "test_hostile.py::test_a_file_that_disappears_while_it_is_read_is_said",
    ),
    (
        "Never runs or imports the project's code",
        "test_cli.py::test_modules_of_the_project_do_not_stand_for_ours",
        "test_hostile.py::test_what_is_deep_ends_and_is_said",
    ),
    (
        "Starts no hook, filter, pager, diff or monitor that a repository names",
        "test_history.py::test_nothing_that_the_repository_names_is_started",
        "test_history.py::test_a_program_called_git_in_the_project_is_not_started",
    ),
    (
        "Never lets a file name or a key write to the terminal raw",
        "test_console.py::test_a_hostile_name_is_shown_escaped_everywhere",
        "test_hostile.py::test_any_file_name_is_read_shown_escaped_and_written",
    ),
    (
        "The number it prints is the number on disk",
        "test_cli.py::test_yes_writes_and_says_what_is_on_disk",
    ),
)


def run(*words: str, folder: Path) -> str:
    """What `hpfix` prints in a folder, without colour, 100 columns wide."""
    out, err = io.StringIO(), io.StringIO()
    environment = {"NO_COLOR": "1", "COLUMNS": "100", "HPFIX_CONFIG": ""}
    with patch.dict("os.environ", environment), redirect_stdout(out), redirect_stderr(err):
        import os

        before = Path.cwd()
        os.chdir(folder)
        try:
            main(list(words))
        finally:
            os.chdir(before)
    return out.getvalue() + err.getvalue()


def session() -> str:
    """One real run of the README: the example repaired in a copy."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "smart_tuner"
        shutil.copytree(ROOT / "examples" / "smart_tuner", copy)
        shown = run("--yes", folder=copy)
    return f"```console\n$ hpfix --yes\n{shown.rstrip()}\n```\n"


KINDS = {
    "HP0": "names", "HP1": "values", "HP2": "what a tuner tries", "HP3": "places that disagree",
}  # fmt: skip
"""What the rules of each hundred are about."""


def rule_table() -> str:
    """Code and name of each rule, a row for each kind; its page says what it finds."""
    rows = ["| about | rules |", "| --- | --- |"]
    for prefix, kind in KINDS.items():
        links = [
            f"[{rule.CODE}](docs/rules/{rule.CODE}.md) {rule.NAME}"
            for rule in all_rules()
            if rule.CODE.startswith(prefix)
        ]
        rows.append(f"| {kind} | {', '.join(links)} |")
    return "\n".join(rows) + "\n"


@cache
def generated() -> dict[Path, str]:
    """Every document with generated parts, as it should read."""
    readme = ROOT / "README.md"
    text = between(readme.read_text(encoding="utf-8"), "session", session())
    documents = {readme: between(text, "rules", rule_table())}
    for rule in all_rules():
        documents[ROOT / "docs" / "rules" / f"{rule.CODE}.md"] = run(
            "explain", rule.CODE, folder=ROOT
        )
    documents[ROOT / "docs" / "why.md"] = promises()
    return documents


def promises() -> str:
    """Each promise with the tests that keep it."""
    rows = [
        f"| {promise} | {'<br>'.join(f'`{test}`' for test in tests)} |"
        for promise, *tests in PROMISES
    ]
    return WHY + "\n".join(["| promise | kept by, in tests/ |", "| --- | --- |", *rows]) + "\n"


def between(text: str, name: str, content: str) -> str:
    """The text with what stands between `<!-- name -->` and `<!-- end -->` replaced."""
    head, mark, rest = text.partition(f"<!-- {name} -->\n")
    if not mark:
        raise ValueError(f"no mark <!-- {name} -->")
    return head + mark + content + rest[rest.index("<!-- end -->") :]


if __name__ == "__main__":
    for path, content in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
