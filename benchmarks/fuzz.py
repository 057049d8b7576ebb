"""Any bytes as files of any kind: read, and renamed in; guided by what they reach (atheris).

    pip install atheris
    python benchmarks/fuzz.py CORPUS [--minutes 30]
    python benchmarks/fuzz.py CORPUS --keep tests/fuzzed.zip

The first starts from the small files of tests/cases and from what is kept, adds what reaches more
to the folder CORPUS, and ends with an error at the first crash, hang (10 s), or rename that touches
another byte (see tests/fuzzing.py). The second keeps what it has found.
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import atheris

HOME = Path(__file__).parent.parent
sys.path[:0] = [str(HOME), str(HOME / "tests")]
with atheris.instrument_imports(include=["hpfix", "codemods"]):
    import fuzzing

    import codemods
    import hpfix.readers

    for package in (hpfix.readers, codemods):  # most are imported when the first file needs them
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(module.name)

LONGEST = 1500


def seeds(corpus: Path) -> None:
    """Small files of the cases as inputs, each for the kind of file that it is."""
    corpus.mkdir(parents=True, exist_ok=True)
    by_suffix = {Path(each).suffix: number for number, each in enumerate(fuzzing.PATHS)}
    for file in sorted((HOME / "tests/cases").glob("*/before/**/*")):
        number = by_suffix.get(file.suffix)
        if file.is_file() and number is not None and file.stat().st_size < LONGEST:
            name = "-".join(file.relative_to(HOME / "tests/cases").parts)
            (corpus / name).write_bytes(bytes([number]) + file.read_bytes())


def known(corpus: Path) -> None:
    """What earlier runs have found."""
    with zipfile.ZipFile(HOME / "tests/fuzzed.zip") as kept:
        kept.extractall(corpus)


def keep(corpus: Path, archive: Path) -> None:
    """Put what was found into an archive, whose bytes depend on nothing else; the cases stay."""
    files = [each for each in corpus.iterdir() if "-" not in each.name]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as kept:
        for each in sorted(files, key=lambda one: one.name):
            kept.writestr(zipfile.ZipInfo(each.name), each.read_bytes(), zipfile.ZIP_DEFLATED)


def attempt(data: bytes) -> None:
    """One input; what libFuzzer is given back means something to it."""
    fuzzing.attempt(data)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    if options.keep:
        keep(options.corpus, options.keep)
        return
    seeds(options.corpus)
    known(options.corpus)
    atheris.Setup(
        [
            sys.argv[0], str(options.corpus), f"-max_total_time={int(options.minutes * 60)}",
            f"-max_len={LONGEST}", "-timeout=10", "-rss_limit_mb=4000",
            f"-artifact_prefix={options.corpus.parent}/",
        ],
        attempt,
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main()
