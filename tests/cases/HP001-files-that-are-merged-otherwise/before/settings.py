from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict


@dataclass
class Config:
    seed: int = 1
    steps: int = 1000
    rate: float = 0.1


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")

    seed: int = 1
    steps: int = 1000
    rate: float = 0.1
