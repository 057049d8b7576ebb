import argparse

parser = argparse.ArgumentParser()
parser.add_argument("-b", "--batch-size", type=int, default=8)
parser.add_argument("--max-steps", type=int, default=100)
parser.add_argument("--seed", type=int, default=0)
parser.set_defaults(batch_size=16)
args = parser.parse_args()
print(args.batch_size, args.max_steps, args.seed)
