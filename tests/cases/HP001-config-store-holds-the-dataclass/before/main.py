import hydra
from omegaconf import OmegaConf
from train import OptimizerConfig, TrainConfig


@hydra.main(version_base=None, config_name="train")
def main(cfg):
    print(cfg.batch_size, cfg.num_epoch, cfg.seed, cfg.optimizer.weight_decay)
    alone = OmegaConf.structured(OptimizerConfig)
    return alone.name, alone.lerning_rate
