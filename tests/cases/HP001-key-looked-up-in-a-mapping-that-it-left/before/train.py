import yaml

with open("config.yaml") as stream:
    config = yaml.safe_load(stream)

print(config["epochs"], config["optimizer"]["kind"], config["optimizer"]["momentum"])
print(config["optimizer"]["checkpoint_every"], config["optimizer"].get("checkpoint_every"))
print(config["data"]["seed"], config["data"]["workers"])
