from dataclasses import InitVar, dataclass


@dataclass
class TrainConfig:
    seed: InitVar[int]
    batch_size: int = 32
    learning_rate: float = 1e-3
    warmup_steps: int = 100

    @classmethod
    def make(cls, values):
        return cls(**values)


@dataclass
class LongConfig(TrainConfig):
    context: int = 2048
