from config import Config, DataConfig, ModelConfig


def build(config: Config):
    print(config.optimizer.learning_rate, config.optimizer.weight_decay)
    print(config.model.hidden_size, config.model.dropout)
    print(config.data.num_workers, config.data.prefetch)


build(Config(model=ModelConfig(hidden_size=8), data=DataConfig()))
