import yaml

with open("configs/base.yaml") as stream:
    config = yaml.safe_load(stream)
print(config["width"], config["depth"], config["heads"])
