import argparse

import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--rate", type=float, default=0.1)
parser.add_argument("--epochs", type=int, default=3)
parser.add_argument("--hidden-size", type=int, default=32)
with open("defaults.yaml") as file:
    parser.set_defaults(**yaml.safe_load(file))
args = parser.parse_args()
fit(args.rate, args.epochs, args.hidden_size)
