from omegaconf import OmegaConf

from settings import Config


def load(path):
    base = OmegaConf.structured(Config)
    return OmegaConf.merge(base, OmegaConf.load(path), OmegaConf.from_cli())


config = load("fast.yaml")
print(config.seed, config.max_steps, config.optimizer.learning_rate, config.optimizer.betas)
print(config.optimizer.weight_decay)
