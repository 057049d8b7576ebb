import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--hidden-size", type=int, default=64)
parser.add_argument("--num-layers", type=int, default=4)
parser.add_argument("--share-embeddings", action="store_true")
parser.add_argument("--dropout", type=float, default=0.1)
