from dataclasses import dataclass, field


@dataclass
class ModelArguments:
    model_name: str = field(metadata={"help": "what to load"})
    use_cache: bool = True


@dataclass
class TrainArguments:
    batch_size: int = 8
    learning_rate: float = 1e-4
