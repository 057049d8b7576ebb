from dataclasses import dataclass


@dataclass
class Settings:
    dropout_rate: float = 0.1
    width: int = 64
