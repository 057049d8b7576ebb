from dataclasses import dataclass


@dataclass
class Base:
    hidden_size: int = 128
    depth: int = 4


@dataclass
class Large(Base):
    heads: int = 8


@dataclass
class Wide(Base):
    hidden_size: int = 512

    def area(self):
        return self.hidden_size * self.depth
