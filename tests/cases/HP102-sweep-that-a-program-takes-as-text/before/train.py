import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--rate", type=float, default=1e-3)
parser.add_argument("--decay", type=float, default=1e-3)
parser.add_argument("--scale", type=float, default=1.0)
parser.add_argument("--label", default="one")


def main(args):
    fit(args.rate, args.decay, args.scale, args.label)


if __name__ == "__main__":
    main(parser.parse_args())
