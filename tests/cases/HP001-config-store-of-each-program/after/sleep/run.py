import hydra


# its file is given on the command line: --config-dir
@hydra.main(version_base=None, config_name="config")
def main(cfg):
    print(cfg.task, cfg.image_size)
