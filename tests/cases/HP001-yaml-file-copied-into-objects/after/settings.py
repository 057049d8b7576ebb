import yaml


class Copied:
    def __init__(self, path):
        with open(path) as file:
            loaded = yaml.safe_load(file)
        self.__dict__.update(loaded)


class Asked:
    def __init__(self, path):
        self._loaded = yaml.safe_load(open(path))

    def __getattr__(self, name):
        return self._loaded[name]


class Dotted(dict):
    __getattr__ = dict.__getitem__

    def __init__(self, values=None):
        for key, value in (values or {}).items():
            self[key] = Dotted(value) if hasattr(value, "keys") else value


def load(path):
    merged = dict()
    for document in yaml.load_all(open(path), Loader=yaml.SafeLoader):
        for key, value in document.items():
            merged[key] = value
    return merged


class HParam(Dotted):
    def __init__(self, path):
        for key, value in Dotted(load(path)).items():
            setattr(self, key, value)
