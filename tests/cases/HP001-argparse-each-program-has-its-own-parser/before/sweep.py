import argparse


def get_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", default="base.pt")
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--batch-size", type=int, default=16)
    parser.add_argument("--optimizer", default="sgd")
    parser.add_argument("--optimizer_config", default="")
    return parser.parse_args()


if __name__ == "__main__":
    opt = get_args()
    print(opt.weights, opt.epochs, opt.batch_size, opt.optimizer, opt.optimizer_config)
