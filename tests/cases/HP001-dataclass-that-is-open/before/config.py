from dataclasses import dataclass

from somewhere import BaseConfig, extended


@dataclass
class ForeignConfig(BaseConfig):
    learning_rate: float = 0.1
    batch_size: int = 8


@extended
@dataclass
class ExtendedConfig:
    learning_rate: float = 0.1
    batch_size: int = 8


@dataclass
class LenientConfig:
    learning_rate: float = 0.1
    batch_size: int = 8

    def __getattr__(self, name):
        return None


@dataclass
class FilledConfig:
    learning_rate: float = 0.1
    batch_size: int = 8

    def fill(self, values):
        for name, value in values.items():
            setattr(self, name, value)


@dataclass
class SmallFilledConfig(FilledConfig):
    context: int = 16
