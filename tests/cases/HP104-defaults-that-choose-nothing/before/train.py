import argparse

KINDS = ["adam", "sgd"]

parser = argparse.ArgumentParser()
parser.add_argument("--optimizer", default=None, choices=["adam", "sgd"])
parser.add_argument("--schedule", default="", choices=["constant", "cosine"])
parser.add_argument("--layers", type=int, default="4", choices=[2, 4, 8])
parser.add_argument("--scale", type=float, default=2, choices=[1.0, 2.0])
parser.add_argument("--blocks", type=int, nargs="+", default=[2, 4], choices=[2, 4, 8])
parser.add_argument("--kind", default="rmsprop", choices=KINDS)
parser.add_argument("--mode", default="fit", choices=["fit", *KINDS])
args = parser.parse_args()
print(args.optimizer, args.schedule, args.layers, args.scale, args.blocks, args.kind, args.mode)
