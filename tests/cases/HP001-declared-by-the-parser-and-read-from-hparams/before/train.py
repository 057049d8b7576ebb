import argparse

from hparams import hparams


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ckpt-dir", default="checkpoints")
    parser.add_argument("--epochs", type=int, default=10)
    args = parser.parse_args()
    for epoch in range(args.epochs):
        train(epoch, hparams)


def train(epoch, hps):
    print(epoch, hps.ckpt_dir, hps.batch_size, hps.learning_rate)
