from dataclasses import dataclass

from ruamel.yaml import YAML


@dataclass
class TrainConfig:
    schedule: str = "cosine"
    epochs: int = 10


with open("train.yaml") as stream:
    values = YAML().load(stream)
config = TrainConfig(**values)
print(config.schedule, config.epochs)
