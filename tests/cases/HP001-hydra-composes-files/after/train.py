import hydra
from omegaconf import OmegaConf


def fit(cfg):
    return cfg.trainer.max_epochs, cfg.trainer.swa, cfg.trainer.clip_norm


def size(model):
    return model.depth, model.patch_size, model.stem_width, model.dropout


@hydra.main(version_base="1.3", config_path="conf", config_name="config")
def main(cfg):
    print(OmegaConf.to_yaml(cfg), cfg.seed, cfg.warm_restart)
    print(cfg.data.batch_size, cfg.data.num_workers)
    print(OmegaConf.select(cfg, "trainer.max_epoch"), cfg.get("profiler"))
    return fit(cfg), size(cfg.model)
