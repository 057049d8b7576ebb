import hydra
from omegaconf import OmegaConf, open_dict


@hydra.main(config_path="conf", config_name="config.yaml")
def main(cfg):
    with open_dict(cfg):
        cfg.world_size = 4
    base = OmegaConf.create({"optimizer": "adam", "rate": 0.1, "beta": 0.9})
    config = OmegaConf.merge(base, {"rate": 0.2, "eps": 1e-8, "decay": 0.0})
    print(cfg.seed, cfg.db.host, cfg.encoder.width, cfg.encoder.heads, cfg.width, cfg.world_size)
    print(config.optimizer, config.rate, config.eps, OmegaConf.select(cfg, "nothing.here"))
