import yaml


def load(path):
    with open(path) as stream:
        config = yaml.safe_load(stream)
    config.setdefault("epochs", 3)
    return config


config = load("config.yaml")
print(config["epochs"], config["model"]["width"], config["model"]["depth"])
