from dataclasses import dataclass


@dataclass
class Base:
    width: int = 128
    depth: int = 4


@dataclass
class Large(Base):
    heads: int = 8


@dataclass
class Wide(Base):
    width: int = 512

    def area(self):
        return self.width * self.depth
