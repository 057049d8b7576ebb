import argparse
import sys

fit = argparse.ArgumentParser()
fit.add_argument("--metric", choices=["loss", "error"], default="loss")
score = argparse.ArgumentParser()
score.add_argument("--metric", choices=["bleu", "chrf"], default="bleu")

if sys.argv[1] == "fit":
    args = fit.parse_args(sys.argv[2:])
else:
    args = score.parse_args(sys.argv[2:])
print(args.metric)
