import hydra
from conf.seeds import seed


# the package around `conf.seeds` stores it
@hydra.main(version_base=None, config_name="config")
def main(cfg):
    print(seed(1), cfg.sample_rate, cfg.mel_chanels)
