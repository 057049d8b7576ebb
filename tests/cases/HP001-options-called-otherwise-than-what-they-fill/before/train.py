import argparse


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gpu", type=int, default=0)
    parser.add_argument("--batch_size", type=int, default=8)
    parser.add_argument("--preserve-case", action="store_false", dest="lower")
    parser.add_argument("--no-projection", action="store_false", dest="projection")
    return parser.parse_args()


def main():
    args = parse()
    print(args.epochs, args.seed, args.gpu, args.batch_size, args.lower, args.projection)


if __name__ == "__main__":
    main()
