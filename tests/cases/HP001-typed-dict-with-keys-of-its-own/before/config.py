from typing import TypedDict


class TrainConfig(TypedDict):
    batch_size: int
    learning_rate: float
