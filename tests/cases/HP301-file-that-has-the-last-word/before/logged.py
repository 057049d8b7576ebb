import argparse

import wandb
import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--config", default="config.yaml")
parser.add_argument("--lr", type=float, default=0.1)
args = parser.parse_args()
with open(args.config) as file:
    config = yaml.safe_load(file)
shown = dict(config)
shown.update(vars(args))
recorded = {**config, **vars(args)}
wandb.init(config=recorded)
print(shown)
run(config["lr"], config["batch_size"], config["epochs"], config["amp"], config["warmup"])
