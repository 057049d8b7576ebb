import argparse

import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--batch_size", type=int)
parser.add_argument("--learning_rate", type=float)
parser.add_argument("--epochs", type=int)
parser.add_argument("--seed", type=int)
parser.add_argument("--momentum", type=float)
args = parser.parse_args()
with open("config.yaml") as stream:
    config = yaml.safe_load(stream)
if args.batch_size:
    config["batch_size"] = args.batch_size
print(config["batch_size"], config["learning_rate"], config["epochs"], config["seed"], config["momentum"], config["warm_up"])
print(args.learning_rate, args.epochs, args.seed)
