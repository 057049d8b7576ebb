from dataclasses import dataclass


@dataclass
class DataConfig:
    batch_size: int = 16
    shuffle: bool = True
    num_workers: int = 4
    pin_memory: bool = False
    sample_rate: int = 16000
    manifest: str = ""


def loader(config: DataConfig):
    return config.batch_size, config.shuffle, config.num_workers, config.sample_rate
