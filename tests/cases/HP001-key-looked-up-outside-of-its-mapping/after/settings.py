from dataclasses import dataclass, field


@dataclass
class AudioConfig:
    hop_length: int = 256
    win_length: int = 1024
    sample_rate: int = 22050


@dataclass
class TrainingConfig:
    epochs: int = 100
    batch_size: int = 16
    audio: AudioConfig = field(default_factory=AudioConfig)
