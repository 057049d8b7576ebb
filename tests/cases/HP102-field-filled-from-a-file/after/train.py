from dataclasses import dataclass

import yaml


@dataclass
class TrainConfig:
    learning_rate: float = 1e-3
    weight_decay: float = 0.0
    tag: str = "none"


with open("train.yaml") as stream:
    values = yaml.safe_load(stream)
config = TrainConfig(**values)
print(config.learning_rate, config.weight_decay, config.tag)
