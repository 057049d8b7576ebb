import hydra


@hydra.main(version_base="1.3", config_path="conf", config_name="train")
def main(cfg):
    model = build(cfg.model.hidden_size, cfg.model.dropout)
    fit(model, cfg.model.optimizer.learning_rate, cfg.data.batch_size, cfg.seed)


main()
