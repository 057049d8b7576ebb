import argparse


def train(args):
    return args.learning_rate, args.batch_size, args.warmup


def evaluate(args):
    return args.checkpoint, args.verbose, args.func


parser = argparse.ArgumentParser()
parser.add_argument("--verbose", action="store_true")
commands = parser.add_subparsers(dest="command")
training = commands.add_parser("train")
training.add_argument("--learning-rate", type=float)
training.add_argument("--batch-size", type=int)
training.add_argument("--warmup-steps", type=int)
training.set_defaults(func=train)
evaluation = commands.add_parser("evaluate")
evaluation.add_argument("--checkpoint")
evaluation.set_defaults(func=evaluate)
args = parser.parse_args()
args.func(args)
