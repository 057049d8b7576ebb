import dataclasses


@dataclasses.dataclass
class Settings:
    width: int = 8
    depth: int = 2
