from omegaconf import OmegaConf


def settings(path="config.yml"):
    config = OmegaConf.load(path)
    chosen = OmegaConf.load("data/parts.yml")[config.source]
    return OmegaConf.merge(config, chosen)


def spelled_out(path="config.yml"):
    config = OmegaConf.load(path)
    return OmegaConf.merge(config, OmegaConf.load("data/gone.yml")[config.source])
