import argparse

from runtime import prepare, report


def get_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--local_rank", type=int, default=0)
    parser.add_argument("--checkpoint", default="")
    return parser.parse_args()


if __name__ == "__main__":
    args = get_args()
    prepare(args)
    report(args)
    print(args.rank, args.checkpoint)
