import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--batch-size", type=int, default=32)
parser.add_argument("--norms", choices=["batch", "layer"], default="batch")
args = parser.parse_args()

print(args.batch_size, getattr(args, "norm", "l2"))
