from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional


@dataclass
class OptimizerConfig:
    learning_rate: float = 1e-3
    weight_decay: float = 0.01


@dataclass
class ModelConfig:
    hidden_size: int = 256
    dropout: float = 0.1


@dataclass
class DataConfig:
    num_workers: int = 4
    prefetch: int = 2


@dataclass
class Config:
    optimizer: OptimizerConfig = field(default_factory=OptimizerConfig)
    model: "ModelConfig | None" = None
    data: Optional[DataConfig] = None
