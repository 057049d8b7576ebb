"""Only one of the files has the key that is read; a path is no mapping; a merged key is given."""

import argparse
import json

import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--config", default="configs/small.yaml")
parser.add_argument("--set", default="{}")
args = parser.parse_args()

if args.config.endswith(".json"):
    print(args.config.rpartition("/"), args.config.upper())
with open(args.config) as stream:
    print(stream.name, stream.mode)
    config = yaml.safe_load(stream)
print(config["width"], config["depth"], config["heads"], config["experts"])

given = yaml.safe_load(open("configs/paths.yaml"))
for key, value in json.loads(args.set).items():
    given[key] = value
print(given["raw"], given["cooked"], given["baked"])

run = {}
run.update(config)
run["seed"] = 3
print(run["width"], run["depth"], run["seed"])
print(json.load(open("absent.json"))["width"])
