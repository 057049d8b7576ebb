import hydra
from hydra.utils import get_class, instantiate


@hydra.main(version_base=None, config_path="conf", config_name="train")
def main(cfg):
    whole = get_class(cfg.whole._target_)(cfg.whole)
    return whole, instantiate(cfg.model), instantiate(cfg.optimizer)
