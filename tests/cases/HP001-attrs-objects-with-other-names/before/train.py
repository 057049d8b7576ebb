import attr

from config import Config

config = Config(batch_size=3)
config.run_name = "first"
print(config.total, config.started, config.run_name, attr.asdict(config)["learning_rate"])
print(attr.evolve(config, batch_size=5, learning_rate=0.1).check)
