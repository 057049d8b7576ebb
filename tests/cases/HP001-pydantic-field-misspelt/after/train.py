from config import Config, OptimizerConfig

config = Config(
    batch_size=8, warmupSteps=3, optimizer=OptimizerConfig(learning_rate=0.1, weight_decey=0.0)
)
copy = config.model_copy(update={"batch_size": 16})
again = Config.model_validate({"batch_size": 4})
print(copy.batch_size, again.optimizer.learning_rate, config.warmup_steps)
