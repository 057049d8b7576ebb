import torch


class BaseModel(torch.nn.Module):
    hidden_size: int = 8
    num_layers: int = 2
    dropout: float = 0.1


class Network(BaseModel):
    hidden_size: int = 16
    num_layers: int = 4
    dropout: float = 0.0
