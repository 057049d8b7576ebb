import argparse
from importlib import import_module

parser = argparse.ArgumentParser()
parser.add_argument("--model", default="unet")
args, _ = parser.parse_known_args()
import_module(args.model).add_args(parser)
args = parser.parse_args()
print(args.model, args.depth)
