import json


def load(path):
    with open(path) as file:
        return json.load(file)


config = load("config.json")
again = load("config.json")
print(config["lr"], config["epoch"], again["seed"])
