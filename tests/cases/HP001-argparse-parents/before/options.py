import argparse

seeds = argparse.ArgumentParser(add_help=False)
seeds.add_argument("--seed", type=int, default=0)

common = argparse.ArgumentParser(add_help=False, parents=[seeds])
common.add_argument("--workers", type=int, default=4)

logging = argparse.ArgumentParser(add_help=False)
logging.add_argument("--log-every", type=int, default=10)
