import argparse


def parse():
    def switch(group, name, default, help):
        destination = name.replace("-", "_")
        both = group.add_mutually_exclusive_group(required=False)
        both.add_argument(f"--{name}", dest=f"{destination}", action="store_true", help=help)
        both.add_argument(f"--no-{name}", dest=f"{destination}", action="store_false")
        both.set_defaults(**{destination: default})

    parser = argparse.ArgumentParser()
    parser.add_argument("--val-src", default="valid.en")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--save-every", type=int, default=1)
    switch(parser, "eval", True, help="run validation and test after every epoch")
    switch(parser, "save-all", True, help="keep every checkpoint")
    return parser.parse_args()


args = parse()
for epoch in range(args.epochs):
    if args.eval:
        print(args.val_src, args.save_all, args.save_evry)
