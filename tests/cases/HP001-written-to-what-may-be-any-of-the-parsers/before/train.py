import argparse

import importlib


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data")
    parser.add_argument("--data_type", default="text")
    parser.add_argument("--n_features", type=int, default=0)
    parser.add_argument("--src_vocab")
    parser.add_argument("--tgt_vocab")
    parser.add_argument("--vocab_size_multiple", type=int, default=8)
    opt = parser.parse_args()
    importlib.import_module(opt.data_type).run(opt)


if __name__ == "__main__":
    main()
