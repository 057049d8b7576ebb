from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


class Settings:
    """Filled once, from the module that a run is told."""

    def __init__(self):
        self.ready = False

    def configure(self, path):
        if not isinstance(path, Path):
            path = Path(path).expanduser()
        module = load("hparams", path)
        for name, value in module.__dict__.items():
            if name.startswith("__"):
                continue
            self.__setattr__(name, value)
        self.ready = True


def load(name, path):
    spec = spec_from_file_location(name, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hp = Settings()
