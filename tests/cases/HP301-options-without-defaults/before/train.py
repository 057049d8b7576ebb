import argparse

import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--config", default="config.yaml")
parser.add_argument("--lr", type=float)
parser.add_argument("--batch-size", type=int, default=None)
parser.add_argument("--epochs", type=int, default=argparse.SUPPRESS)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--warmup", type=int, default=0)
args = parser.parse_args()
with open(args.config) as file:
    config = yaml.safe_load(file)
config.update({key: value for key, value in vars(args).items() if value})
run(config["lr"], config["batch_size"], config["epochs"], config["amp"], config["warmup"])
