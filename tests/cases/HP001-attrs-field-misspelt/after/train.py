import attrs

from config import Config

config = Config(batch_size=3, warmup_steps=10)
longer = attrs.evolve(config, batch_sise=64)
print(longer.batch_size, longer.optimizer.learning_rate)
longer.optimizer.weight_decay = 0.1
config.warmup_steps = 3
