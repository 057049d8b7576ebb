from argparse import ArgumentParser


class Model:
    def __init__(self, args):
        print(args.hidden_size, args.dropout, args.workers)

    @staticmethod
    def add_model_specific_args(parent_parser):
        parser = ArgumentParser(parents=[parent_parser], add_help=False)
        parser.add_argument("--hidden-size", type=int, default=64)
        parser.add_argument("--dropout", type=float, default=0.1)
        return parser
