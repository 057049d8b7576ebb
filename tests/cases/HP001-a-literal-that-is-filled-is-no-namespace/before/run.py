import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--head_num", type=int)
parser.add_argument("--size_per_head", type=int)
parser.add_argument("--vocab_size", type=int)
parser.add_argument("--layer_num", type=int)
parser.add_argument("--weights_data_type")
args = parser.parse_args()
print(args.head_num, args.size_per_head, args.vocab_size, args.layer_num, args.weights_data_type)
