import argparse
import os

import yaml


def train(opt):
    print(opt.epochs, opt.world_size)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--resume", default="")
    opt = parser.parse_args()
    opt.world_size = int(os.environ.get("WORLD_SIZE", 1))
    if opt.resume:
        with open(opt.resume) as file:
            opt = argparse.Namespace(**yaml.safe_load(file))
    train(opt)
