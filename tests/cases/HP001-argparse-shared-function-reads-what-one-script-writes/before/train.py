import argparse

from runtime import prepare, report

parser = argparse.ArgumentParser()
parser.add_argument("--local_rank", type=int, default=0)
parser.add_argument("--epochs", type=int, default=10)


def main():
    args = parser.parse_args()
    prepare(args)
    print(args.rank, args.epochs, args.world_size)
    args.run_name = "train"
    report(args)


if __name__ == "__main__":
    main()
