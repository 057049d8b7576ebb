from dataclasses import dataclass

import draccus


@dataclass
class ModelConfig(draccus.ChoiceRegistry):
    hidden_size: int = 256
    dropout: float = 0.1


@ModelConfig.register_subclass("deep")
@dataclass
class DeepConfig(ModelConfig):
    depth: int = 24
