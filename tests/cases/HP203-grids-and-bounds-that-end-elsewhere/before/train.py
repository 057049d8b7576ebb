import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--dropout", type=float, default=0.1)
parser.add_argument("--hidden", type=int, default=64)
parser.add_argument("--rate", type=float, default=1e-3)
parser.add_argument("--optimizer", default="{}")


def main(args):
    fit(args.dropout, args.hidden, args.rate, args.optimizer)


if __name__ == "__main__":
    main(parser.parse_args())
