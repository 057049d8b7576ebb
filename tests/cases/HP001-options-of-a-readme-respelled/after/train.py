import argparse


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--learning-rate", type=float, default=0.1)
    parser.add_argument("--epochs", "-e", type=int, default=3)
    parser.add_argument("--batch_size", type=int, default=8)
    parser.add_argument("--ema", action=argparse.BooleanOptionalAction)
    return parser.parse_args()


def main():
    args = parse()
    print(args.data, args.learning_rate, args.epochs, args.batch_size, args.ema)


if __name__ == "__main__":
    main()
