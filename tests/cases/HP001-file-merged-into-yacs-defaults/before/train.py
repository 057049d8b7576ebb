import argparse

from defaults import defaults


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--config-file", default="configs/small.yaml", metavar="FILE")
    parser.add_argument("opts", default=[], nargs=argparse.REMAINDER)
    return parser.parse_args()


def setup(args):
    cfg = defaults()
    cfg.merge_from_file(args.config_file)
    cfg.merge_from_list(args.opts)
    cfg.freeze()
    return cfg


cfg = setup(options())
print(cfg.SEED, cfg.SOLVER.BASE_LR, cfg.SOLVER.MOMENTUM, cfg.SOLVER.WARMUP_STEPS, cfg.DATA)
