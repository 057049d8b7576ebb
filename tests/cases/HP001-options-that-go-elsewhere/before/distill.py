import argparse

import lightning


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--temperature", type=float, default=1.0)
    lightning.Trainer.add_argparse_args(parser)
    return parser.parse_args()


print(options().temperature)
