"""`python train.py --lr 0.1` in a shell script: what a program is given on its command line."""

from __future__ import annotations

from hpfix.command_lines import may_start_python, references_in
from hpfix.command_runs import Shell
from hpfix.facts import Facts
from hpfix.positions import Places
from hpfix.readers.facts import facts_of


def read_shell(path: str, text: str) -> Facts:
    """The options and overrides of the commands of a script, in the order in which they run."""
    if not may_start_python(text):
        return Facts()
    place = Places(path, text).between
    return facts_of(references_in(Shell().run(text), path, place), ())
