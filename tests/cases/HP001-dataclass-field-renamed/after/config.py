from dataclasses import dataclass, field
from typing import ClassVar


@dataclass
class TrainConfig:
    """How one model is trained."""

    version: ClassVar[int] = 2

    batch_size: int
    learning_rate: float = 3e-4  # renamed from lr
    warmup_steps: int = 500
    betas: tuple[float, float] = (0.9, 0.95)
    stages: list[str] = field(default_factory=list)

    @property
    def tokens(self) -> int:
        return self.batch_size * 1024
