import argparse
import dataclasses
import sys

from settings import Settings


def add_flag(parser, name, **words):
    parser.add_argument("--" + name, "--no-" + name, dest=name.replace("-", "_"), **words)


def parse(names, flags):
    parser = argparse.ArgumentParser()
    parser.add_argument("--learning_rate", type=float, default=1e-3)
    for field in dataclasses.fields(Settings):
        parser.add_argument(f"--{field.name}", default=field.default)
    add_flag(parser, "use-ema")
    return parser.parse_args()


def parse_flags(flags, words):
    parser = argparse.ArgumentParser()
    parser.add_argument("--learning_rate", type=float, default=1e-3)
    parser.add_argument(*flags, type=int)
    return parser.parse_args()


def parse_words(words):
    parser = argparse.ArgumentParser()
    parser.add_argument("--learning_rate", **words)
    return parser.parse_args()


args = parse(sys.argv[1:], [])
print(args.learning_rate, args.use_ema, args.width)
other = parse_flags(["--batch-size"], {})
print(other.learning_rate, other.batch_size)
last = parse_words({"dest": "pace"})
print(last.pace)
