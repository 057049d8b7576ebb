import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--amp", action="store_true")
parser.add_argument("--layers", type=int, default=2)
parser.add_argument("--optimizer", choices=["adam", "sgd"], default="adam")
parser.add_argument("--epochs", type=int, default=10)


def main(args):
    fit(args.amp, args.layers, args.optimizer, args.epochs)


if __name__ == "__main__":
    main(parser.parse_args())
