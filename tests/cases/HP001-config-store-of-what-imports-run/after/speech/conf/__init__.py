from dataclasses import dataclass

from hydra.core.config_store import ConfigStore


@dataclass
class SpeechConfig:
    sample_rate: int = 16000
    mel_channels: int = 80


ConfigStore.instance().store(name="config", node=SpeechConfig)
