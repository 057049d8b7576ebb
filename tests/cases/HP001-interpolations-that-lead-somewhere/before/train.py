import hydra


@hydra.main(version_base="1.3", config_path="conf", config_name="train")
def main(cfg):
    model = build(cfg.model.hidden_size, cfg.model.head_size, cfg.model.dropout)
    fit(model, cfg.optim.learning_rate, cfg.optim.floor, cfg.steps, cfg.name)


main()
