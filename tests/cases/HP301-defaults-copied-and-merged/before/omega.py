import argparse

from omegaconf import OmegaConf

parser = argparse.ArgumentParser()
parser.add_argument("--config", default="config.yaml")
parser.add_argument("--epochs", type=int, default=10)
args = parser.parse_args()
config = OmegaConf.load(args.config)
config = OmegaConf.merge(config, OmegaConf.create(vars(args)))
run(config.lr, config.batch_size, config.epochs, config.amp, config.warmup)
