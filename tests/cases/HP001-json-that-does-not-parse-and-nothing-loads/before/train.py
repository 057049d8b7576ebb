import json

with open("config.json") as file:
    config = json.load(file)
print(config["lr"], config["epochs"])
with open("template.json") as file:
    print(file.read().replace("{{ rate }}", "0.1"))
