from hydra import compose, initialize


def composed():
    with initialize(version_base=None, config_path="conf"):
        return compose(
            config_name="train",
            overrides=[
                "model=large",
                "model.heads=8",
                "optimizer.momentm=0.95",
                "optimiser.rate=0.01",
                "+note=short",
                "++optimizer.nesterov=true",
                "hydra.run.dir=.",
            ],
        )


cfg = composed()
print(cfg.seed, cfg.optimizer.rate, cfg.optimizer.momentum, cfg.model.width, cfg.model.depth)
