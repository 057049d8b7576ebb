import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--num-heads", type=int, default=4)
parser.add_argument("--label-smoothing", type=float, default=0.1)
parser.add_argument("--resume")
args = parser.parse_args()
print(args.num_heads, args.label_smoothing, args.resume)
