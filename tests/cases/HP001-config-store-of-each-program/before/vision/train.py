from dataclasses import dataclass

import hydra
from hydra.core.config_store import ConfigStore


@dataclass
class VisionConfig:
    image_size: int = 224
    crop: float = 0.9


ConfigStore.instance().store(name="config", node=VisionConfig)


@hydra.main(version_base=None, config_name="config")
def main(cfg):
    print(cfg.image_size, cfg.crop, cfg.mel_channels)
