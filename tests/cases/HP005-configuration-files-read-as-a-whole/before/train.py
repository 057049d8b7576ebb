import engine
import yaml
from omegaconf import OmegaConf


def run(width, depth, dropout, epochs, batch_size):
    print(width, depth, dropout, epochs, batch_size)


def spread():
    with open("spread.yaml") as file:
        cfg = yaml.safe_load(file)
    run(cfg["width"], cfg["depth"], cfg["dropout"], cfg["epochs"], cfg["batch_size"])
    return engine.Optimizer(**cfg)


def handed(model):
    with open("handed.yaml") as file:
        cfg = yaml.safe_load(file)
    run(cfg["width"], cfg["depth"], cfg["dropout"], cfg["epochs"], cfg["batch_size"])
    return engine.initialize(model, config=cfg)


def iterated(stages):
    with open("iterated.yaml") as file:
        cfg = yaml.safe_load(file)
    run(cfg["width"], cfg["depth"], cfg["dropout"], cfg["epochs"], cfg["batch_size"])
    for name, value in cfg.items():
        stages.append(engine.make(name, value))


def computed(part):
    with open("computed.yaml") as file:
        cfg = yaml.safe_load(file)
    run(cfg["width"], cfg["depth"], cfg["dropout"], cfg["epochs"], cfg["batch_size"])
    return cfg[f"{part}_dim"]


def poured(model):
    with open("poured.yaml") as file:
        cfg = yaml.safe_load(file)
    run(cfg["width"], cfg["depth"], cfg["dropout"], cfg["epochs"], cfg["batch_size"])
    for name, value in cfg.items():
        setattr(model, name, value)


def interpolated():
    cfg = OmegaConf.load("interpolated.yaml")
    run(cfg.width, cfg.depth, cfg.dropout, cfg.epochs, cfg.batch_size)
    return cfg.train_list
