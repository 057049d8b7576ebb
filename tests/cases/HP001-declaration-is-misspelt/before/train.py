import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--warmups-epochs", type=int, default=5)
parser.add_argument("--epochs", type=int, default=100)
parser.add_argument("--lr", type=float, default=1e-3)
args = parser.parse_args()

for epoch in range(args.epochs):
    if epoch < args.warmup_epochs:
        rate = args.lr * epoch / args.warmup_epochs
    else:
        rate = args.lr
