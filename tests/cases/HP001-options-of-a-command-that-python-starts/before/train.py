"""Trains.

    python train.py --n_heads 3 --out a
    $ python train.py --n_heads 4 \
        --out b
"""

import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--n-heads", type=int, default=4)
parser.add_argument("--out", default="out")
args = parser.parse_args()
print(args.n_heads, args.out)
