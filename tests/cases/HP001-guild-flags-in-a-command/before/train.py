import hydra


@hydra.main(config_path=".", config_name="config", version_base=None)
def main(cfg):
    print(cfg.width)
