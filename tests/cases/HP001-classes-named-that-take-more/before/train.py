import hydra
from hydra.utils import get_class, instantiate


@hydra.main(version_base=None, config_path="conf", config_name="train")
def main(cfg):
    for each in cfg.hooks:
        if each.disabled:
            continue
        del each.disabled
        instantiate(each)
    whole = get_class(cfg.whole._target_)(cfg.whole)
    return whole, instantiate(cfg.model), instantiate(cfg.optimizer)
