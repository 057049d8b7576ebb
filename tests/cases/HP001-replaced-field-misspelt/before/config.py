from dataclasses import dataclass


@dataclass(frozen=True)
class Config:
    dropout: float = 0.1
    hidden_size: int = 256
    num_layers: int = 4
