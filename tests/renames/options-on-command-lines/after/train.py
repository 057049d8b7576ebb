import argparse

from hparams import create_hparams

parser = argparse.ArgumentParser()
parser.add_argument("--base-rate", "--lr", type=float, default=0.1)
parser.add_argument("--warmup", dest="warmup_steps", type=int, default=0)
parser.add_argument("--hparams", default="")
args = parser.parse_args()
print(args.base_rate, args.warmup_steps, create_hparams(args.hparams).layers)
