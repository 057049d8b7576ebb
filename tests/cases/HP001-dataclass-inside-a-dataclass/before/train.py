from config import Config, DataConfig, ModelConfig


def build(config: Config):
    print(config.optimizer.learning_rate, config.optimizer.wieght_decay)
    print(config.model.hidden_size, config.model.droput)
    print(config.data.num_worker, config.data.prefetch)


build(Config(model=ModelConfig(hidden_size=8), data=DataConfig()))
