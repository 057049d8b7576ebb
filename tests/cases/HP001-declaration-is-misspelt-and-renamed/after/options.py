import argparse


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("-w", "--warmup-epochs", type=int, default=5)  # as in the paper
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--peak-rate", type=float, default=1e-3)
    return parser.parse_args()


def main():
    args = options()
    for epoch in range(args.epochs):
        rate = args.peak_rate
        if epoch < args.warmup_epochs:
            rate *= epoch / args.warmup_epochs
        print(epoch, rate)
