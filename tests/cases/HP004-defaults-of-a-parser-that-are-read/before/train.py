import argparse

import yaml


def common():
    return {"workers": 4, "folder": "runs", "device": "cpu"}


parser = argparse.ArgumentParser()
parser.add_argument("--rate", type=float, default=0.1)
parser.add_argument("--epochs", type=int, default=3)
parser.add_argument("--config", default="small.yaml")
known, rest = parser.parse_known_args()
with open("defaults.yaml") as file:
    parser.set_defaults(**yaml.safe_load(file))
with open(known.config) as file:
    parser.set_defaults(**yaml.safe_load(file))
parser.set_defaults(**common())
args = parser.parse_args(rest)
fit(args.rate, args.epochs, args.epoch, args.workers, args.folder)
