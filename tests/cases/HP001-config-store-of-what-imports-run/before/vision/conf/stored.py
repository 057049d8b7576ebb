from dataclasses import dataclass

from hydra.core.config_store import ConfigStore


@dataclass
class VisionConfig:
    image_size: int = 224
    crop: float = 0.9


ConfigStore.instance().store(name="config", node=VisionConfig)
