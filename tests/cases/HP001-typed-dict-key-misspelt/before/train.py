from config import TrainConfig


def train(config: TrainConfig):
    print(config["batch_size"], config["learning_rte"], config["max_steps"])
