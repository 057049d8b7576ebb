import argparse

from hparams import hparams

parser = argparse.ArgumentParser()
parser.add_argument("--checkpoint_paths", nargs="*")
parser.add_argument("--batch_sizes", nargs="*")
args = parser.parse_args()
print(args.checkpoint_paths, args.batch_sizes, hparams.batch_size, hparams.learning_rate)
