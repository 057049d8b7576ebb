def prepare(args):
    args.rank = 0
    args.world_size = 1
    print(args.local_rank)


def report(args):
    if args.rank == 0:
        print(args.run_name)
