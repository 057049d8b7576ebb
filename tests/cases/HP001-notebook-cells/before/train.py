import argparse

from settings import Settings

parser = argparse.ArgumentParser()
parser.add_argument("--warmup-steps", type=int, default=100)
parser.add_argument("--seed", type=int, default=0)
args = parser.parse_args()
print(args.warmup_steps, args.seed, Settings().dropout_rate)
