from options import options

args = options()
print(args.dataset, args.seed, args.from_the_file)
