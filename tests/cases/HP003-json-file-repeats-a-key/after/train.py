import json

with open("config.json") as file:
    config = json.load(file)

print(config["batch_size"], config["learning_rate"], config["epochs"])
