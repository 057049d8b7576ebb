import yaml

with open("config.yaml") as stream:
    config = yaml.safe_load(stream)

print(config["name"], config["epochs"], config["model"]["kind"], config["model"]["depth"])
print(config["kind"])
