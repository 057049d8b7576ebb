"""Which file of the project an import names."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable


class Modules:
    """Dotted names looked up from the importing file outwards, as scripts and packages run."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._files = frozenset(paths)
        self._paths = frozenset(path for path in self._files if path.endswith(".py"))
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self._paths):
            self._by_name[_dotted(path).rpartition(".")[2]].append(path)

    def find(self, dotted: str, importer: str) -> str | None:
        """The file of a module, or None when it is not in the project.

        The folder of the importing file comes first, then the folders around it, then the one
        other place that the name can mean.
        """
        level = len(dotted) - len(dotted.lstrip("."))
        folder = os.path.dirname(importer)
        if level:
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return self._in_folder(folder, dotted.lstrip("."))
        while True:
            found = self._in_folder(folder, dotted)
            if found is not None and not self._is_inside(importer, found, folder):
                return found
            if not folder:
                return self._anywhere(dotted)
            folder = os.path.dirname(folder)

    def _is_inside(self, importer: str, found: str, folder: str) -> bool:
        """Whether a package would import itself by a name that only the package around it knows:
        `import wandb` in `loggers/wandb/log.py` is not `loggers/wandb`."""
        package, name = os.path.split(found)
        is_known_inside = f"{folder}/__init__.py" in self._paths and name == "__init__.py"
        return is_known_inside and importer.startswith(f"{package}/")

    def file(self, name: str, mentioned_in: str) -> str | None:
        """The file that a configuration names, from its own folder outwards to the root."""
        folder = os.path.dirname(mentioned_in)
        while True:
            path = os.path.normpath(os.path.join(folder, name)).replace(os.sep, "/")
            if path in self._files or not folder:
                return path if path in self._files else None
            folder = os.path.dirname(folder)

    def files(self, name: str, mentioned_in: str) -> tuple[str, ...]:
        """Every file of this name from the mentioning one's folder outwards, the nearest first."""
        found, folder = [], os.path.dirname(mentioned_in)
        while True:
            path = os.path.normpath(os.path.join(folder, name)).replace(os.sep, "/")
            if path in self._files:
                found.append(path)
            if not folder:
                return tuple(dict.fromkeys(found))
            folder = os.path.dirname(folder)

    def only_file(self, name: str) -> str | None:
        """The one script whose path ends so, wherever it is; None where there are several."""
        found = [
            each
            for each in self._by_name.get(name.rpartition("/")[2].removesuffix(".py"), ())
            if f"/{each}".endswith(f"/{name}")
        ]
        return found[0] if len(found) == 1 else None

    def beside(self, name: str, mentioned_in: str) -> list[str]:
        """The other files of the folder that a configuration names, which end as it does."""
        folder, ending = os.path.dirname(mentioned_in), os.path.splitext(name)[1]
        while True:
            path = os.path.normpath(os.path.join(folder, name)).replace(os.sep, "/")
            inside = os.path.dirname(path)
            found = sorted(
                each
                for each in self._files
                if each != path and os.path.dirname(each) == inside and each.endswith(ending)
            )
            if (found and inside) or not folder:
                return found if inside else []
            folder = os.path.dirname(folder)

    def folder(self, name: str, mentioned_in: str) -> list[str]:
        """The YAML files of a folder that a configuration names, from its own folder outwards; with
        those in folders of it, which are named as `model: large/wide`."""
        folder = os.path.dirname(mentioned_in)
        while True:
            inside = os.path.normpath(os.path.join(folder, name)).replace(os.sep, "/")
            found = sorted(
                each
                for each in self._files
                if each.startswith(f"{inside}/") and each.endswith((".yaml", ".yml"))
            )
            if found or not folder:
                return found
            folder = os.path.dirname(folder)

    def submodule(self, package: str, name: str) -> str | None:
        """The module `name` of the package whose `__init__.py` this is."""
        if os.path.basename(package) != "__init__.py":
            return None
        return self._in_folder(os.path.dirname(package), name)

    def _in_folder(self, folder: str, dotted: str) -> str | None:
        stem = "/".join(part for part in (folder, dotted.replace(".", "/")) if part)
        for path in (f"{stem}.py", f"{stem}/__init__.py" if stem else "__init__.py"):
            if path in self._paths:
                return path
        return None

    def _anywhere(self, dotted: str) -> str | None:
        candidates = self._by_name.get(dotted.rpartition(".")[2], ())
        fitting = [path for path in candidates if f".{_dotted(path)}".endswith(f".{dotted}")]
        return fitting[0] if len(fitting) == 1 and "." in dotted else None


def _dotted(path: str) -> str:
    stem = path[: -len(".py")].removesuffix("/__init__")
    return stem.replace("/", ".")
