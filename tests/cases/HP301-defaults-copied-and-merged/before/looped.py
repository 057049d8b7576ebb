import argparse

import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--config", default="config.yaml")
parser.add_argument("--lr", type=float, default=0.1)
args = parser.parse_args()
with open(args.config) as file:
    config = yaml.safe_load(file)
for key, value in vars(args).items():
    if value is not None:
        config[key] = value
run(config["lr"], config["batch_size"], config["epochs"], config["amp"], config["warmup"])
