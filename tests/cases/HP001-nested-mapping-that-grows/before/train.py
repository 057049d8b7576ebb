import yaml


def with_options(config, **options):
    return {**config, **options}


def load():
    with open("default.yaml") as file:
        config = yaml.safe_load(file)
    config["model"] |= {"vocabulary": 512}
    config["model"].update({"padding": 0}, heads=8)
    config["model"] = {**config["model"], "kernel": 3}
    config |= dict(seed=1)
    return config


config = load()
size = config["model"]["vocabulary"] + config["model"]["padding"]
heads, kernel = config["model"]["heads"], config["model"]["kernel"]
small = with_options(config["model"], ratio=0.5)
print(small["ratio"], size, heads, kernel, config["seed"], config["epochs"])
print((config | {"device": "cpu"})["device"])
tested = config | {"fold": 3}
print(tested["fold"], tested["batch_size"])
