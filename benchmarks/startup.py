"""How long `hpfix check` takes on a clean project of ten files, in units of `python -c pass`.

    python benchmarks/startup.py [ROUNDS]

Both are started in turn, so that whatever else the machine does falls on both; the medians and
their ratio are printed. The goal is at most 6.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HPARAMS = """from tools import HParams


def create_hparams():
    return HParams(
        batch_size=32,
        learning_rate=1e-3,  # Adam
        hidden_dim=256,
        dropout_rate=0.1,
        epochs=100,
    )
"""
TOOLS = """class HParams:
    def __init__(self, **values):
        self.__dict__.update(values)
"""
MODULE = """from hparams import create_hparams

hparams = create_hparams()


class Layer{number}:
    def __init__(self):
        self.size = hparams.hidden_dim * {number}
        self.dropout = hparams.dropout_rate

    def train(self, data):
        for _ in range(hparams.epochs):
            self.step(data[: hparams.batch_size], hparams.learning_rate)
"""
SPACE = """hparams_path: hparams.py
search_space:
  batch_size: {type: categorical, choices: [16, 32, 64], default: 32}
  learning_rate: {type: float, min: 0.0001, max: 0.01, default: 0.001, log: true}
"""


def clean_project(folder: Path) -> None:
    """Ten files that agree."""
    (folder / "hparams.py").write_text(HPARAMS)
    (folder / "tools.py").write_text(TOOLS)
    (folder / "tuner.yaml").write_text(SPACE)
    for number in range(7):
        (folder / f"layer_{number}.py").write_text(MODULE.format(number=number))


def seconds(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    nothing = [sys.executable, "-c", "pass"]
    check = [sys.executable, "-m", "hpfix", "check"]
    commands = {"anew": [*check, "--no-cache"], "unchanged since the last check": check}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        clean_project(folder)
        os.environ["HPFIX_CACHE_DIR"] = str(folder / ".cache")
        for name, command in commands.items():
            seconds(command, folder)
            pairs = [(seconds(nothing, folder), seconds(command, folder)) for _ in range(rounds)]
            base, full = (statistics.median(each) for each in zip(*pairs, strict=True))
            print(f"{name}: python -c pass {1000 * base:.1f} ms, hpfix check {1000 * full:.1f} ms,")
            print(f"  ratio {full / base:.2f} over {rounds} rounds")


if __name__ == "__main__":
    main()
