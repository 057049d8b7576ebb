import tomllib
from dataclasses import dataclass


@dataclass
class Tuned:
    learning_rate: float = 0.1
    width: int = 3
    depth: int = 2


with open("fast.toml", "rb") as file:
    tuned = Tuned(**tomllib.load(file))
print(tuned.learning_rate, tuned.width, tuned.depth)
