import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--learning-rate", type=float, default=1e-3)
parser.add_argument("--layers", type=int, default=2)
parser.add_argument("--amp", action="store_true")
parser.add_argument("--kind", choices=["adam", "sgd"], default="adam")


def main(args):
    fit(args.learning_rate, args.layers, args.amp, args.kind)


if __name__ == "__main__":
    main(parser.parse_args())
