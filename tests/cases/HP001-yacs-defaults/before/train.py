from defaults import get_cfg_defaults


def setup(path):
    cfg = get_cfg_defaults()
    cfg.merge_from_file(path)
    cfg.freeze()
    return cfg


def train(cfg):
    rate = cfg.SOLVER.BASE_RL * cfg.SOLVER.WARMUP.FACTOR
    return rate, cfg.SOLVER.STEPS, cfg.SEED, cfg.DATA.ROOT, cfg.DATA.WORKERS


train(setup("fast.yaml"))
