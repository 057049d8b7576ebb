import dataclasses
from dataclasses import replace

from config import Config

BASE = Config()
LARGE = dataclasses.replace(BASE, hidden_sise=1024, num_layers=24)


def sweep(config: Config):
    for rate in (0.0, 0.1):
        yield replace(config, droput=rate)


for each in sweep(LARGE):
    print(each.dropout, each.num_layer, each.hidden_size)
