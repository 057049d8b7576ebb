import argparse


class Options:
    pass


def defaults():
    return {"momentum": 0.9, "weight_decay": 0.0}


parser = argparse.ArgumentParser()
parser.add_argument("--learning-rate", type=float, default=1e-3)
parser.set_defaults(**defaults())
options = Options()
parser.parse_args(namespace=options)
print(options.learning_rate, options.momentum, options.weight_decay)

start = argparse.Namespace(width=8, depth=2)
args = parser.parse_args([], namespace=start)
print(args.learning_rate, args.width, args.depth, start.learning_rate)
