import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--rate", type=float)
parser.add_argument("--epochs", type=int)
parser.add_argument("--seed", type=int)
args = parser.parse_args()
fit(args.rate, args.epochs, args.seed)
