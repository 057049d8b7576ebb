import hydra


@hydra.main(config_path="conf", config_name="encoder/small")
def main(cfg):
    print(cfg.encoder.layers.width, cfg.encoder.input.size)


main()
