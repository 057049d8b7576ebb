import argparse


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", type=float, default=0.1)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--note", default="")
    return parser.parse_args()


if __name__ == "__main__":
    args = parse_args()
    print(args.lr, args.epochs, args.note)
