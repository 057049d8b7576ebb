import argparse
from dataclasses import dataclass, fields


@dataclass
class Config:
    learning_rate: float = 1e-3
    batch_size: int = 32
    epochs: int = 10


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--batch-sizes", nargs="+", type=int)
    for field in fields(Config):
        parser.add_argument(f"--{field.name}", type=field.type, default=field.default)
    return parser.parse_args()


args = options()
print(args.learning_rate, args.batch_size, args.epochs, args.seed, args.device)
print(args.divice)
