import argparse

import yaml

with open("config.yaml") as file:
    config = yaml.safe_load(file)
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=config["lr"])
args = parser.parse_args()
config.update(vars(args))
run(config["lr"], config["batch_size"], config["epochs"], config["amp"], config["warmup"])
