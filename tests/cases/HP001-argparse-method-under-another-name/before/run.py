import argparse


def run(args):
    print(args.device, args.write_csv)


if __name__ == "__main__":
    parser = argparse.ArgumentParser("bench")
    add = parser.add_argument
    add("--device", default="cpu")
    add("--write-csv", action="store_true")
    run(parser.parse_args())
