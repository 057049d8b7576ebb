from omegaconf import OmegaConf

base = OmegaConf.load("config.yaml")
config = OmegaConf.merge(base, OmegaConf.from_dotlist(["model.heads=4"]), OmegaConf.from_cli())
other = OmegaConf.from_dotlist(["model.widht=16"])
fit(config.model.width, config.model.depth, config.model.heads, config.model.get("resume"), config.optim.learning_rate, other)
