from argparse import REMAINDER, ArgumentParser


def parse():
    parser = ArgumentParser()
    parser.add_argument("--num_cores", type=int, default=1)
    parser.add_argument("--port", type=int, default=29500)
    parser.add_argument("script")
    parser.add_argument("script_args", nargs=REMAINDER)
    return parser.parse_args()


args = parse()
print(args.num_cores, args.port, args.script, args.script_args)
