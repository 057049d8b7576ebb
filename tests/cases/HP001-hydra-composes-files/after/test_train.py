from hydra import compose, initialize


def test_config():
    with initialize(version_base="1.3", config_path="conf"):
        cfg = compose(config_name="config", overrides=["model=vit"])
    assert cfg.seed == 1
    assert cfg.sede == 1
