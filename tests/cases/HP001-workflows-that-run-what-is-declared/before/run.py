import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--n-steps", type=int, default=10)
args = parser.parse_args()
print(args.n_steps)
