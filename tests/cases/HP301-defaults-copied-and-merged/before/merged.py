import argparse

import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--config", default="config.yaml")
parser.add_argument("--batch-size", type=int, default=8)
args = parser.parse_args()
with open(args.config) as file:
    config = yaml.safe_load(file)
given = {key: value for key, value in vars(args).items() if value is not None}
config = {**config, **given}
run(config["lr"], config["batch_size"], config["epochs"], config["amp"], config["warmup"])
