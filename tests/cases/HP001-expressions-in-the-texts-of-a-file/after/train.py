import json

import torch
import yaml

from hparams import create_hparams


def train(hparams):
    with open("schedule.yaml") as file:
        schedule = yaml.safe_load(file)
    with open("layers.json") as file:
        layers = json.load(file)
    grid = eval(schedule["grid"])
    return fit(grid, eval(layers["width"]), hparams.steps, hparams.n_heads)


train(create_hparams())
