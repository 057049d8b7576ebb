from pydantic import BaseModel


class Model(BaseModel):
    hidden_size: int = 128
    dropout: float = 0.1
    layers: int = 4


class Settings(BaseModel):
    epochs: int = 10
    batch_size: int = 32
    model: Model = Model()
