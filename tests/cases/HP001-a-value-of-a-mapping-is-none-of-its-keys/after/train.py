NAMES = ["lr", "momentum", "weight_decay"]


def weigh(message, number):
    kinds = {"system": "system", "user": "user", "human": "user", "assistant": "assistant"}
    default_weights = {"system": 0.0, "user": 0.0, "assistant": 1.0}
    settings = {"lr": 0.1, "momentum": 0.9, "weight_decay": 0.01}
    # one of the values, whatever its key is
    kind = kinds[message]
    # of a list, one of those that stand in it
    name = NAMES[number]
    return default_weights[kind] * settings[name]


def share():
    kinds = {"system": "system", "user": "user", "robot": "user", "assistant": "assistant"}
    default_shares = {"system": 0.2, "user": 0.4, "assistant": 0.4}
    for kind in kinds:
        print(default_shares[kind])
