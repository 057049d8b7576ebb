import argparse

import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--config", default="config.yaml")
parser.add_argument("--lr", type=float, default=0.1)
parser.add_argument("--batch-size", type=int)
parser.add_argument("--epochs", type=int, default=200)
parser.add_argument("--amp", action="store_true")
args = parser.parse_args()
with open(args.config) as file:
    config = yaml.safe_load(file)
config.update({key: value for key, value in vars(args).items() if value is not None})
run(config["lr"], config["batch_size"], config["epochs"], config["amp"], config["warmup"])
