import yaml

with open("config.yaml") as stream:
    config = yaml.safe_load(stream)

print(config["epochs"], config["optimizer"]["kind"], config["optimizer"]["momentum"])
print(config["checkpoint_every"], config.get("checkpoint_every"))
print(config["seed"], config["data"]["workers"])
