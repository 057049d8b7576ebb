from typing import TypedDict


class Limits(TypedDict, total=False):
    max_steps: int


class TrainConfig(Limits):
    batch_size: int
    learning_rate: float
