import argparse

from settings import add_options


def main():
    parser = argparse.ArgumentParser()
    add_options(parser)
    args = parser.parse_args()
    print(args.warmup_steps, args.weight_decay, args.out)


if __name__ == "__main__":
    main()
