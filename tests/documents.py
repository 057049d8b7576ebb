"""The generated parts of README.md and docs/: `python -m tests.documents` writes them anew."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from hpfix.cli import main
from hpfix.rules import all_rules

ROOT = Path(__file__).parent.parent
PROMISES = (
    (
        "Never writes what it did not show: the dry run's diff is the change.",
        "tests/test_cases.py::test_dry_run_shows_what_the_real_run_does",
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


def rule_table() -> str:
    """Code, name and the first sentence of each rule."""
    rows = ["| code | name | what it finds |", "| --- | --- | --- |"]
    rows += [
        f"| [{rule.CODE}](docs/rules/{rule.CODE}.md) | {rule.NAME} "
        f"| {rule.__doc__.splitlines()[0].rstrip('.')} |"
        for rule in all_rules()
    ]
    return "\n".join(rows) + "\n"


def generated() -> dict[Path, str]:
    """Every document with generated parts, as it should read."""
    readme = ROOT / "README.md"
    text = between(readme.read_text(encoding="utf-8"), "session", session())
    documents = {readme: between(text, "rules", rule_table())}
    for rule in all_rules():
        documents[ROOT / "docs" / "rules" / f"{rule.CODE}.md"] = run(
            "explain", rule.CODE, folder=ROOT
        )
    return documents


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
