import argparse

parser = argparse.ArgumentParser()
parser.add_argument("files", nargs="*")
parser.add_argument("--learning-rate", "--learning_rate", type=float, default=0.1)
parser.add_argument("--epochs", "-e", type=int, default=3)
parser.add_argument("--offsets", type=float, nargs="+")
parser.add_argument("--ema", action=argparse.BooleanOptionalAction)
parser.add_argument("--version", action="version", version="1")
args = parser.parse_args()
print(args.files, args.learning_rate, args.epochs, args.offsets, args.ema)
