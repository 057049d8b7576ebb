import argparse

from absl import flags

flags.DEFINE_enum("schedule", "cosines", ["constant", "cosine"], "how the rate falls")
parser = argparse.ArgumentParser()
parser.add_argument("--optimizer", default="adamw", choices=["adam", "sgd"])
parser.add_argument("--layers", type=int, default=3, choices=(2, 4, 8))
parser.add_argument("--epochs", type=int, default=10)
args = parser.parse_args()
print(args.optimizer, args.layers, args.epochs, flags.FLAGS.schedule)
