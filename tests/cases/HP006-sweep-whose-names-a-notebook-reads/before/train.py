import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--step_size", type=float, default=0.1)
parser.add_argument("--rounds", type=int, default=10)
parser.add_argument("--start", default="zeros")
args = parser.parse_args()
print(args.step_size, args.rounds, args.start)
