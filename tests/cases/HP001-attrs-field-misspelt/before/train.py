import attrs

from config import Config

config = Config(batch_size=3, warm_up_steps=10)
longer = attrs.evolve(config, batch_sise=64)
print(longer.batch_size, longer.optimizer.learning_rat)
longer.optimizer.weight_decay = 0.1
config.warmup_step = 3
