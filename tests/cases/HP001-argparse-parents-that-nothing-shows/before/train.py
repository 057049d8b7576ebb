import argparse

from toolkit.cli import base_parser

parser = argparse.ArgumentParser(parents=[base_parser()])
parser.add_argument("--epochs", type=int, default=1)
child = argparse.ArgumentParser(parents=[parser])
child.add_argument("--folds", type=int, default=5)
args = child.parse_args()
print(args.epochs, args.folds, args.verbosity)
