from dataclasses import dataclass


@dataclass
class Config:
    batch_size: int = 3
    lr: float = 0.1


def go(c: Config):
    print(c.lr, c.batch_size)
    match c:
        case Config(lr=0.1):
            print("default")
        case _:
            print("tuned")


go(Config())
