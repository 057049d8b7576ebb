import argparse
from argparse import BooleanOptionalAction, SUPPRESS


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("data-dir")
    parser.add_argument("config")
    parser.add_argument("-b", "--batch-size", "--bs", type=int, default=8)
    parser.add_argument("-x", type=int)
    parser.add_argument("--lr", dest="learning_rate", type=float, default=1e-3)
    parser.add_argument("--no-cuda", dest="cuda", action="store_false")
    parser.add_argument("--amp", action=BooleanOptionalAction, default=True)
    parser.add_argument("--resume", default=SUPPRESS)
    parser.add_argument("--version", action="version", version="1.0")
    parser.set_defaults(stage="fit")
    group = parser.add_argument_group("model").add_mutually_exclusive_group()
    group.add_argument("--hidden-size", type=int)
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export")
    export.add_argument("--opset", type=int, default=17)
    export.set_defaults(run=print)
    return parser.parse_args()


args = parse()
print(getattr(args, "data-dir"), args.config, args.batch_size, args.x, args.learning_rate)
print(args.cuda, args.amp, args.stage, args.hidden_size, args.command, args.opset, args.run)
if "resume" in args:
    print(args.resume)
print(args.lr, args.no_cuda, args.bs)
