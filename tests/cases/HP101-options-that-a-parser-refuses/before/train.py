import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--layers", type=int, default=2)
parser.add_argument("--rate", type=float, default=1e-3)
parser.add_argument("--optimizer", choices=["adam", "sgd"], default="adam")
parser.add_argument("--amp", action="store_true")
args = parser.parse_args()
print(args.layers, args.rate, args.optimizer, args.amp)
