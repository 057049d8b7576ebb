import argparse

from hparams import hparams


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ckpt-dir", default="")
    parser.add_argument("--epochs", type=int, default=10)
    args = parser.parse_args()
    for _ in range(args.epochs):
        save(args.ckpt_dir or hparams.checkpoint_dir, hparams.batch_size)
