import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--n-heads", type=int, default=4)
print(parser.parse_args().n_heads)
