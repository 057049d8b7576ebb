import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--learning-rate", type=float, default=1e-3)
parser.add_argument("--batch_size", type=int, default=32)
parser.add_argument("--dropout", type=float, default=0.1)


def train(args):
    fit(rate=args.learning_rate, size=args.batch_size, dropout=args.dropout)


if __name__ == "__main__":
    train(parser.parse_args())
