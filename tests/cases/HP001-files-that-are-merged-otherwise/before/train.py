"""Files merged into files, into what takes more, and data that nothing loads into an object."""

import json

import yaml
from omegaconf import OmegaConf

from settings import Config, Open

base = OmegaConf.load("base.yaml")
merged = OmegaConf.merge(base, OmegaConf.load("more.yaml"))
print(merged.seed, merged.warmup)

config = OmegaConf.merge({"seed": 2}, OmegaConf.load("more.yaml"))
print(config.seed, Config().rate)

opened = Open.model_validate(yaml.safe_load(open("open.yaml")))
print(opened.seed)

with open("results.json") as file:
    for name, score in json.load(file).items():
        print(name, score)
