from config import TrainConfig


def train(config: TrainConfig):
    print(config["batch_size"], config["learning_rate"], config["max_steps"])
