"""What a file is, by its name: what reads it, and what renames a key in it."""

from __future__ import annotations

import os
from typing import NamedTuple


class FileKind(NamedTuple):
    """One kind of file.

    `module` of hpfix/readers and its `function` turn a path and a text into facts; `renaming` is
    the codemod that renames a key at a place of such a file. Of a document nothing is understood
    but commands, which are ASCII.
    """

    module: str
    function: str
    renaming: str
    is_document: bool = False


WORD = "rename_word"
PYTHON = FileKind("python_file", "read_python", "rename_key")
YAML = FileKind("yaml_file", "read_yaml", "yaml_rename_key")
JSON = FileKind("json_file", "read_json", "json_rename_key")
TOML = FileKind("toml_file", "read_toml", "toml_rename_key")
SHELL = FileKind("shell_script", "read_shell", WORD, is_document=True)
MARKUP = FileKind("markup_text", "read_markup", WORD, is_document=True)
NOTEBOOK = FileKind("notebook_file", "read_notebook", "notebook_rename_key")
MAKEFILE = FileKind("makefile", "read_makefile", WORD, is_document=True)
DOCKERFILE = FileKind("dockerfile", "read_dockerfile", WORD, is_document=True)
BY_SUFFIX = {
    ".py": PYTHON, ".yaml": YAML, ".yml": YAML, ".json": JSON, ".toml": TOML,
    ".sh": SHELL, ".bash": SHELL, ".zsh": SHELL, ".slurm": SHELL, ".sbatch": SHELL,
    ".bat": SHELL, ".cmd": SHELL, ".ps1": SHELL,
    ".mk": MAKEFILE, ".dockerfile": DOCKERFILE,
    ".ipynb": NOTEBOOK, ".md": MARKUP, ".markdown": MARKUP, ".rst": MARKUP,
}  # fmt: skip


KINDS = frozenset({*BY_SUFFIX.values(), DOCKERFILE})
OF_TOOLS = frozenset({"pyproject.toml", "hpfix.toml", ".hpfix.toml"})
"""What configures tools, this one among them, and no program of the project."""
NAMED = {"Makefile": MAKEFILE, "makefile": MAKEFILE, "GNUmakefile": MAKEFILE}
DOCKERFILE_NAMES = ("Dockerfile", "Containerfile")


def kind_of(path: str) -> FileKind | None:
    """The kind of a file that hpfix understands; None for every other."""
    kind = BY_SUFFIX.get(os.path.splitext(path)[1])
    name = path.rpartition("/")[2]
    if kind is not None:
        return None if name in OF_TOOLS else kind
    is_image = name.startswith(DOCKERFILE_NAMES)  # Dockerfile.gpu
    return DOCKERFILE if is_image else NAMED.get(name)


def renaming_in(path: str) -> str:
    """The codemod that renames a key in a file of this name, which hpfix has read."""
    kind = kind_of(path)
    assert kind is not None  # only what was read has places
    return kind.renaming


def renaming_of_words(path: str) -> str:
    """The codemod that renames a word of a command line in a file of this name."""
    return "notebook_rename_word" if path.endswith(".ipynb") else WORD


def is_document(path: str) -> bool:
    """Whether nothing is understood of such a file but the commands in it."""
    return not path.endswith((".py", ".ipynb"))


def in_kind(codemod: str, path: str) -> str:
    """The codemod that does to the Python in such a file what this one does to a Python file."""
    return f"notebook_{codemod}" if path.endswith(".ipynb") else codemod
