import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--predictions")
parser.add_argument("--ground_truth")
parser.add_argument("--output")
args = parser.parse_args()
print(args.predictions, args.ground_truth, args.output)
