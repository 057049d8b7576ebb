from ray import tune

SPACE = {
    "rate": tune.loguniform(1e-5, 1e-2),
    "hidden_size": tune.choice([128, 256]),
    "epochs": 10,
}


def train(config):
    return config["rate"] * config["hidden_size"] * config["epochs"]


tune.run(tune.with_resources(train, {"cpu": 2}), config=SPACE)
