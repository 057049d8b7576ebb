from config import Config, LongConfig


def run(config: Config):
    config.show()
    print(config.generator, config.frozen_at, config.shown, config.tokens, config.scale)
    print(config.to_dict()["learning_rate"], config.defaults, Config.small().batch_size)
    if isinstance(config, LongConfig):
        print(config.context)


def extend(config: Config):
    config.run_name = "first"
    print(config.run_name, config.learning_rate)


run(LongConfig(seed=3, context=128, learning_rate=0.1))
extend(Config(seed=1))
