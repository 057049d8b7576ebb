from dataclasses import dataclass

import yaml


@dataclass
class TrainConfig:
    schedule: str = "cosine"
    shuffle: bool = True
    limit: int = 100
    window: str = "0:30"
    seed: int = 10
    mode: str = "auto"


with open("train.yaml") as stream:
    values = yaml.safe_load(stream)
config = TrainConfig(**values)
print(config.schedule, config.shuffle, config.limit, config.window, config.seed, config.mode)
