import pytest
from hydra import compose, initialize

OVERRIDES = ["nothing.like.it=1"]


def test_overrides(tmp_path):
    with initialize(version_base=None, config_path="conf"):
        cfg = compose(
            config_name="train",
            overrides=[
                "model=large",
                "model.heads=8",
                "+trainer.steps=5",
                "++optimizer.nesterov=true",
                "~optimizer.momentum",
                f"hydra.run.dir={tmp_path}",
                *OVERRIDES,
            ],
        )
    assert cfg.seed == 1
    with pytest.raises(Exception):
        compose(config_name="train", overrides=["optimiser.rate=0.01"])
