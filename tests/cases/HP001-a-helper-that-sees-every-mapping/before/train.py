SPLIT = "split"

BASE_CONFIG = {"optimizer": "adam", "lr": 0.1, "split": 0.2, "epochs": 10, "adapter": None}
CHANGED = {"lr": 0.2, "epochs": 5, "optimizers": "sgd"}


def are_alike(one, other):
    # every mapping of the program comes here
    return all(one[key] == other[key] for key in KEYS)


def configure(config=BASE_CONFIG):
    parts = {"split": 0.2, "epoch": 3}
    # the same name, and nothing else, in both
    print(config[SPLIT], parts[SPLIT])
    return config["lr"], config["optimizer"], config["adapter"], config["epochs"]


def check(name, config=BASE_CONFIG):
    # what both are looked up by is the same key
    return CHANGED[name] == config[name]


if __name__ == "__main__":
    are_alike(BASE_CONFIG, {"adapters": 1, "lr": 0.2})
    are_alike(BASE_CONFIG, {"adapters": 2, "epochs": 3})
