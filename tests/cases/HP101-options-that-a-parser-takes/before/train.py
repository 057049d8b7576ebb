import argparse


def rate(text):
    return float(text.replace(",", "."))


parser = argparse.ArgumentParser()
parser.add_argument("data", nargs="?")
parser.add_argument("--layers", type=int, default=2)
parser.add_argument("--rate", type=rate, default=1e-3)
parser.add_argument("--optimizer", choices=["adam", "sgd"], default="adam")
parser.add_argument("--widths", type=int, nargs="+", choices=[32, 64], default=[32])
parser.add_argument("--amp", action="store_true")
args = parser.parse_args()
print(args.data, args.layers, args.rate, args.optimizer, args.widths, args.amp)
