import argparse

parser = argparse.ArgumentParser(prefix_chars="-+")
parser.add_argument("+lr", type=float, default=0.1)
parser.add_argument("+b", "++batch-size", type=int, default=8)
parser.add_argument("-v", "++verbose", action="store_true")
parser.add_argument("--epochs", type=int, default=10)
parser.add_argument("++warm-up", type=int, default=100)

args = parser.parse_args()
print(args.lr, args.batch_size, args.verbose, args.epochs)
print(args.batch_sizes, args.warm_up)
