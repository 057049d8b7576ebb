import yaml

with open("config.yaml") as file:
    config = yaml.safe_load(file)

print(config["base"]["width"], config["model"]["layers"], config["model"]["width"])
print([stage["layers"] * stage["width"] for stage in config["stages"]])
