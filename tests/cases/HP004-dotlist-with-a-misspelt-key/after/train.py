from omegaconf import OmegaConf

base = OmegaConf.load("config.yaml")
fast = OmegaConf.from_dotlist(["model.width=16", "optim.learning_rate=0.5"])
config = OmegaConf.merge(base, fast, OmegaConf.from_cli())
fit(config.model.width, config.model.depth, config.optim.learning_rate)
