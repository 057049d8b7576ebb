import argparse


class Trainer:
    def add_args(self, parser):
        parser.add_argument("--seed", type=int, default=0)

    def parse(self):
        parser = argparse.ArgumentParser()
        parser.add_argument("--epochs", type=int, default=1)
        self.add_args(parser)
        return parser.parse_args()


class Distiller(Trainer):
    def add_args(self, parser):
        super().add_args(parser)
        parser.add_argument("--temperature", type=float, default=2.0)

    def run(self):
        args = self.parse()
        print(args.epochs, args.seed, args.temperature)
