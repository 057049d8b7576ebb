import yaml

from config import LongConfig, TrainConfig

with open("train.yaml") as stream:
    values = yaml.safe_load(stream)
print(values.pop("run_name"))
config = TrainConfig(**values)
print(config.batch_size, config.learning_rate, config.warmup_steps)

other = {"seed": 2, "context": 16}
print(LongConfig.make(other).context)
