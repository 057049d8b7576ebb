import argparse


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", nargs="*")
    parser.add_argument("--learning_rate", type=float, default=0.1)
    parser.add_argument("--batch_size", type=int, default=8)
    return parser.parse_args()


def report(args, runs):
    # these are objects of their own, whatever they are called
    names = [args.name for args in runs]
    costs = {args.name: args.cost for args in runs if args.is_done}
    total = sum(args.cost for each in runs for args in each.parts)
    # the first collection is evaluated outside of it
    paths = [args.path for args in args.run_paths]
    if any((last := each).stopped for each in runs):
        print(last.step, args.learning_rate)
    return names, costs, total, paths, [args.batch_size for _ in runs]


if __name__ == "__main__":
    report(parse_args(), [])
