import argparse

from model import Model
from options import common, logging

PARENTS = [common, logging]


def main():
    parser = argparse.ArgumentParser(parents=PARENTS)
    parser.add_argument("--epochs", type=int, default=1)
    parser = Model.add_model_specific_args(parser)
    args = parser.parse_args()
    Model(args)
    print(args.seed, args.log_every, args.epochs)
    print(args.log_evry)


main()
