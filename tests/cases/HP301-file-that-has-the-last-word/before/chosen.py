import argparse

import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--config", default="config.yaml")
parser.add_argument("--lr", type=float, default=0.1)
parser.add_argument("--epochs", type=int, default=10)
args = parser.parse_args()
with open(args.config) as file:
    config = yaml.safe_load(file)
for key, value in vars(args).items():
    if key not in config:
        config[key] = value
given = vars(args)
given.pop("epochs")
run(config["lr"], config["batch_size"], config["epochs"], config["amp"], config["warmup"])
