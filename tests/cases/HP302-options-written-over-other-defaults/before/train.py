import argparse

DEFAULTS = {"lr": 0.001, "batch_size": 16, "epochs": 200}

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1)
parser.add_argument("--batch-size", type=int)
parser.add_argument("--epochs", type=int, default=200)
args = parser.parse_args()
DEFAULTS.update({key: value for key, value in vars(args).items() if value is not None})
run(DEFAULTS["lr"], DEFAULTS["batch_size"], DEFAULTS["epochs"])
