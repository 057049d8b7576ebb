import hydra
from library import register

register()


@hydra.main(config_path="conf", config_name="config", version_base=None)
def main(cfg):
    print(cfg.model.width, cfg.model.dropout, cfg.optimizer.lr, cfg.optimizer.decay)
