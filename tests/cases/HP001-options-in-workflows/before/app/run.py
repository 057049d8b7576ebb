import argparse


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--n-steps", type=int, default=10)
    parser.add_argument("--profile", action="store_true")
    return parser.parse_args()


args = options()
print(args.n_steps, args.profile)
