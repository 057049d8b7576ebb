import json

from settings import (
    ComputedConfig,
    DumpedConfig,
    HardlyReadConfig,
    IteratedConfig,
    UnpackedConfig,
)


def run(width, depth, dropout, epochs, batch_size):
    print(width, depth, dropout, epochs, batch_size)


def dump(file):
    cfg = DumpedConfig()
    run(cfg.width, cfg.depth, cfg.dropout, cfg.epochs, cfg.batch_size)
    json.dump(vars(cfg), file)


def unpack():
    cfg = UnpackedConfig()
    run(cfg.width, cfg.depth, cfg.dropout, cfg.epochs, cfg.batch_size)
    return build(**vars(cfg))


def iterate(model):
    cfg = IteratedConfig()
    run(cfg.width, cfg.depth, cfg.dropout, cfg.epochs, cfg.batch_size)
    for name, value in vars(cfg).items():
        setattr(model, name, value)


def compute(part):
    cfg = ComputedConfig()
    run(cfg.width, cfg.depth, cfg.dropout, cfg.epochs, cfg.batch_size)
    return getattr(cfg, f"{part}_dim")


def hardly():
    cfg = HardlyReadConfig()
    return cfg.width, cfg.depth, cfg.dropout
