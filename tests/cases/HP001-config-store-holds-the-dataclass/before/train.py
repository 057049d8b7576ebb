from dataclasses import dataclass, field

import hydra
from hydra.core.config_store import ConfigStore
from omegaconf import OmegaConf


@dataclass
class OptimizerConfig:
    name: str = "adam"
    learning_rate: float = 1e-3
    weight_decay: float = 0.0


@dataclass
class TrainConfig:
    batch_size: int = 32
    num_epochs: int = 10
    seed: int = 0
    optimizer: OptimizerConfig = field(default_factory=OptimizerConfig)


store = ConfigStore.instance()
store.store(name="train", node=TrainConfig)
