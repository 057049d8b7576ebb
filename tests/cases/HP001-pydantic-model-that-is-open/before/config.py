from pydantic import BaseModel, ConfigDict


class OpenConfig(BaseModel):
    model_config = ConfigDict(extra="allow")

    batch_size: int = 8
    learning_rate: float = 0.1


class LooseConfig(BaseModel, extra="allow"):
    batch_size: int = 8
    learning_rate: float = 0.1


class OldConfig(BaseModel):
    batch_size: int = 8
    learning_rate: float = 0.1

    class Config:
        extra = "allow"


class Config(BaseModel):
    batch_size: int = 8
    learning_rate: float = 0.1

    def __init__(self, path, **values):
        super().__init__(**values)
