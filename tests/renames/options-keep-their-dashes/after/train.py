import argparse

parser = argparse.ArgumentParser()
parser.add_argument("-b", "--per-device-batch", type=int, default=8)
parser.add_argument("--max-steps", type=int, default=100)
parser.add_argument("--seed", type=int, default=0)
parser.set_defaults(per_device_batch=16)
args = parser.parse_args()
print(args.per_device_batch, args.max_steps, args.seed)
