from pathlib import Path

from omegaconf import OmegaConf

config = OmegaConf.load(Path(__file__).parent / "small.yaml")
config.seed = 3
config.stop_early = True
print(config.width, config.depth, config.dropout, config.vocabulary)

other = OmegaConf.load(Path(__file__).parent / "written_by_hand.yaml")
print(other.width, other.depth, other.dropout, other.heads)
