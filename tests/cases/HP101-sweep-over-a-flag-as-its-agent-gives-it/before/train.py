import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--amp", action="store_true")
parser.add_argument("--layers", type=int, default=2)
parser.add_argument("--optimizer", choices=["adam", "sgd"], default="adam")
parser.add_argument("--rate", type=float, default=0.1)


def main(args):
    fit(args.amp, args.layers, args.optimizer, args.rate)


if __name__ == "__main__":
    main(parser.parse_args())
