import hydra


@hydra.main(version_base=None, config_path="conf", config_name="main")
def fit(cfg):
    print(cfg.net.depth, cfg.net.head.bias, cfg.seed)


if __name__ == "__main__":
    fit()
