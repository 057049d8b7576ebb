from defaults import get_cfg_defaults


def setup():
    cfg = get_cfg_defaults()
    cfg.merge_from_file("fast.yaml")
    cfg.freeze()
    return cfg


def train(cfg):
    rate = cfg.SOLVER.BASE_LR * cfg.SOLVER.GAMMA
    return rate, cfg.SOLVER.STEPS, cfg.SOLVER.MAX_ITER, cfg.SEED, cfg.NAME, cfg.RESUME


train(setup())
