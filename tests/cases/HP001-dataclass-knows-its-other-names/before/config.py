from dataclasses import KW_ONLY, InitVar, asdict, dataclass, fields
from functools import cached_property
from typing import ClassVar


class Printable:
    def show(self):
        self.shown = True
        print(self.learning_rate)


@dataclass
class Config(Printable):
    defaults: ClassVar[dict] = {}
    seed: InitVar[int]
    _: KW_ONLY
    learning_rate: float = 1e-3
    batch_size: int = 16

    def __post_init__(self, seed):
        self.generator = seed + 1
        object.__setattr__(self, "frozen_at", 0)

    @property
    def tokens(self):
        return self.batch_size * 512

    @cached_property
    def scale(self):
        return self.batch_size / 256

    @classmethod
    def small(cls):
        return cls(seed=1, batch_size=2)

    def to_dict(self):
        return asdict(self)


@dataclass
class LongConfig(Config):
    context: int = 4096
