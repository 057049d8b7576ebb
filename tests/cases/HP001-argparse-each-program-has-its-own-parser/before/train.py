import argparse


def parse_opt(known=False):
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", default="base.pt")
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--batch-size", type=int, default=16)
    parser.add_argument("--optimizer", default="sgd")
    return parser.parse_known_args()[0] if known else parser.parse_args()


def main(opt):
    print(opt.weights, opt.epochs, opt.batch_size, opt.optimizer)


def run(**changes):
    opt = parse_opt(known=True)
    for name, value in changes.items():
        setattr(opt, name, value)
    main(opt)


if __name__ == "__main__":
    main(parse_opt())
