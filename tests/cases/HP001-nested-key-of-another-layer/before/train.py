import yaml
from torch import nn
from torch.optim import Adam

with open("config.yaml") as file:
    config = yaml.safe_load(file)


def feed_forward():
    return nn.Sequential(nn.Linear(80, config["hidden"]), nn.Dropout(config["dropout"]))


def attention(mel):
    return nn.MultiheadAttention(config["batch_size"], config["attention"]["heads"])(mel)


def start(model):
    optimizer = Adam(model.parameters(), lr=config["lr"], betas=config["optimizer"]["betas"])
    return optimizer, config["scheduler"]["steps"]
