import hydra
from hydra.utils import instantiate


@hydra.main(version_base=None, config_path="conf", config_name="train")
def main(cfg):
    model = instantiate(cfg.model)
    callbacks = [instantiate(each) for each in cfg.callbacks]
    return model, callbacks
