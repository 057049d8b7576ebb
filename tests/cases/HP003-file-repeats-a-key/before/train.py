import yaml

with open("config.yaml") as file:
    config = yaml.safe_load(file)

print(config["batch_size"], config["learning_rate"])
print(config["model"]["layers"], config["model"]["width"])
