import conf.stored  # a folder without an __init__.py
import hydra


@hydra.main(version_base=None, config_name="config")
def main(cfg):
    print(cfg.image_sizes, cfg.crop, cfg.mel_channels)
