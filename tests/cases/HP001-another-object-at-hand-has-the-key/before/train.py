import argparse

from hparams import hparams


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ckpt-dir", default="checkpoints")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--warm-up", action="store_true")
    args = parser.parse_args()
    for epoch in range(args.epochs):
        train(epoch, hparams)
        save(hparams.ckpt_dir, hparams.batch_size)  # of the command line
    print(hparams.warm_up)


def train(epoch, hps):
    print(epoch, hps.warm_up, hps.learning_rate)
