import argparse
import pickle

from checks import Checker


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data")
    parser.add_argument("--share", action="store_true")
    opt = parser.parse_args()
    Checker.check(opt)
    print(opt.data, opt.share)


def again(path):
    with open(path, "rb") as file:
        Checker.check(pickle.load(file)["opt"])


if __name__ == "__main__":
    main()
