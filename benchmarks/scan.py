"""How long `hpfix check` takes on whole repositories, in units of parsing their Python and YAML.

    python benchmarks/scan.py FOLDER... [--rounds N]

For each folder, in turn and each in a process of its own: every Python file decoded and parsed with
`ast.parse`, every YAML file with libyaml, then `hpfix check --no-cache`. The fastest of the rounds
counts, as whatever else the machine does only ever adds; memory is the peak of the largest process.
The goal is at most 2.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

HOME = Path(__file__).parent.parent
PARSE = """
import ast, sys, warnings, yaml
from hpfix.project import discover
warnings.simplefilter("ignore")
files = lines = 0
for path, text in discover(sys.argv[1]).texts.items():
    if path.endswith(".py"):
        files, lines = files + 1, lines + text.count("\\n")
        try:
            ast.parse(text.removeprefix("\ufeff"))
        except (SyntaxError, ValueError):
            pass
    elif path.endswith((".yaml", ".yml")):
        files, lines = files + 1, lines + text.count("\\n")
        try:
            list(yaml.compose_all(text, yaml.CSafeLoader))
        except yaml.YAMLError:
            pass
print(files, lines)
"""


def run(command: list[str], folder: Path) -> tuple[float, float, str]:
    """The seconds that a command takes, its peak memory in MB, and what it prints."""
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(HOME)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in kilobytes, macOS in bytes
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return time.perf_counter() - start, usage.ru_maxrss / unit, printed


def report(folder: Path, rounds: int) -> None:
    parse = [sys.executable, "-c", PARSE, "."]
    check = [sys.executable, "-m", "hpfix", "check", "--no-cache", "--statistics", "."]
    parsed, checked = [], []
    for _ in range(rounds):
        parsed.append(run(parse, folder))
        checked.append(run(check, folder))
    files, lines = parsed[0][2].split()
    base, full = (min(seconds for seconds, _, _ in each) for each in (parsed, checked))
    little, much = (max(memory for _, memory, _ in each) for each in (parsed, checked))
    print(f"{folder.name}: {files} files, {lines} lines")
    print(f"  parse {base:.2f} s, hpfix check {full:.2f} s, ratio {full / base:.2f}")
    print(f"  memory {little:.0f} MB, {much:.0f} MB, ratio {much / little:.2f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for folder in options.folders:
        report(folder.resolve(), options.rounds)


if __name__ == "__main__":
    main()
