"""Namespaces that have more than their keywords, or that are none of hyperparameters."""

import json
import sys
from types import SimpleNamespace

import yaml
from dotmap import DotMap
from gym.spaces import Box
from munch import Munch
from pydantic import ConfigDict

defaults = dict(batch_size=32, learning_rate=3e-4, clip_norm=1.0)
args = Munch(**defaults, warmup=100)
print(args.batch_size, args.warmup, args.toDict(), args.copy())

with open("nowhere.yaml") as file:
    loaded = Munch(yaml.safe_load(file), name="run")
print(loaded.learning_rates, loaded.name)

tree = DotMap(width=64, depth=3, heads=4)
print(tree.dropout, tree.width)
tree.optimizer.name = "adam"

late = SimpleNamespace(width=64, depth=3)
late.dropout = 0.1
print(late.width, late.depth, late.dropout)


def fill(space, values):
    for name, value in values.items():
        setattr(space, name, value)


computed = SimpleNamespace(width=64, depth=3)
fill(computed, json.loads(sys.argv[1]))
print(computed.width, computed.depth, computed.dropout)

pixels = Box(low=0, high=255, shape=(84, 84, 3))
print(pixels.low, pixels.high, pixels.shape, pixels.n)


class Request:
    model_config = ConfigDict(extra="forbid", frozen=True)


print(Request.model_config.extra, Request.model_config.froze)
