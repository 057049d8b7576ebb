import inspect

import pytest
import yaml

import models
from models import Foreign, Made, Model, Narrow, either, head, painted, stage, tail, takes_any


def load():
    with open("config.yaml") as stream:
        return yaml.safe_load(stream)


def build(config):
    kind = config["model"].pop("kind")
    print(kind)
    return Model(**config["model"])


def build_head(config):
    if config["head"]["name"] == "linear":
        return head(**config["head"])
    return tail(**config["head"])


def make_loader(options):
    return head(**options)


def only_known(options):
    known = inspect.signature(tail).parameters
    return {key: value for key, value in options.items() if key in known}


def main(name):
    config = load()
    build(config)
    build_head(config)
    make_loader(config["loader"])
    tail(**only_known(config["tail"]))
    tail(**{key: value for key, value in config["tail"].items() if key in ("width",)})
    options = config["stage"]
    del options["colour"]
    stage(**options)
    getattr(models, name)(**{"anything": 1})
    Model.make({"width": 1, "colour": "red"})


def others():
    options = {"width": 3, "height": 5}
    Foreign(**options)
    Made(**options)
    takes_any(**options)
    painted(**{"width": 3, "colour": 2})
    either(**{"depth": 3})
    options = {"width": 3, "depth": 1}
    Model(**options)
    options = {"width": 3, "colour": 1}
    Narrow(**options)


def test_refuses():
    with pytest.raises(TypeError):
        head(**{"breadth": 3})
