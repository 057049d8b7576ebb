from config import TrainConfig


def train(config: TrainConfig):
    config["learning_rates"] = [config["learning_rate"]]
    print(config["learning_rates"], config.get("seed", 0), config.items())
    if "momentum" in config:
        print(config["momentum"])


train({"batch_size": 1, "learning_rate": 0.1})
