import argparse


def sizes(text):
    return tuple(int(each) for each in text.split(","))


parser = argparse.ArgumentParser()
parser.add_argument("--tile", type=sizes, choices=[(128, 128), (64, 32)], default=(128, 128))
parser.add_argument("--shape", type=sizes, choices=[(128, 128), (64, 32)], default=(32, 64))
args = parser.parse_args()
print(args.tile, args.shape)
