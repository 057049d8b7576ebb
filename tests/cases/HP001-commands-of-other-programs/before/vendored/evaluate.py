import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--split", default="all")
args, rest = parser.parse_known_args()
print(args.split, rest)
