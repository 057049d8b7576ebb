from hydra import compose, initialize

with initialize(config_path="conf"):
    cfg = compose(config_name="encoder/small", overrides=["encoder.layers.frozen=false"])
print(cfg.encoder.layers.width, cfg.encoder.input.size)
