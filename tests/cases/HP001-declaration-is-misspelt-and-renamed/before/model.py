from dataclasses import dataclass


@dataclass
class ModelConfig:
    num_layers: int = 6
    hidden_size: int = 512
    num_atention_heads: int = 8


class Encoder:
    def __init__(self, config: ModelConfig):
        self.config = config
        self.layers = config.num_layers
        assert config.hidden_size % config.num_attention_heads == 0

    def width(self):
        return self.config.hidden_size // self.config.num_attention_heads
