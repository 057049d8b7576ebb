import yaml

with open("config.yaml") as stream:
    config = yaml.safe_load(stream)
for name in list(config):
    config[name.lower()] = config[name]
print(config["lr"], config["decay"], config["STEPS"])
