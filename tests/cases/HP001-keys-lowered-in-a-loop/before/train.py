from config import cfg


def lowered(cfg):
    keys = cfg.keys()
    names = [key.lower() for key in keys]
    values = [cfg.get(key) for key in keys]
    for name, value in zip(names, values):
        cfg.setdefault(name, value)
    return cfg


def build(args):
    return args.lr, args.weight_decay, args.momentum


lowered(cfg)
print(build(cfg), cfg.LR, cfg.WEIGHT_DECAY)
