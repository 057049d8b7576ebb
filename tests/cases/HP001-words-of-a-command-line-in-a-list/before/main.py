import sys

from params import parse_args


def main(args):
    args = parse_args(args)
    if args.batch_size:
        print("x")
    for name in sorted(vars(args)):
        print(name, getattr(args, name))


if __name__ == "__main__":
    main(sys.argv[1:])
