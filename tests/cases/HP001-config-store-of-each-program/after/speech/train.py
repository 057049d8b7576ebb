import hydra
import settings

settings.register()


@hydra.main(version_base=None, config_name="config")
def main(cfg):
    print(cfg.sample_rate, cfg.mel_channels)
