from dataclasses import dataclass, field


@dataclass
class Optimizer:
    learning_rate: float = 0.001
    weight_decay: float = 0.01
    betas: tuple = (0.9, 0.999)


@dataclass
class Config:
    seed: int = 1
    max_steps: int = 1000
    optimizer: Optimizer = field(default_factory=Optimizer)
