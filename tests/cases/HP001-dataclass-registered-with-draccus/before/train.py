from config import DeepConfig, ModelConfig


def build(config: ModelConfig):
    print(config.get_choice_name(type(config)), ModelConfig.get_known_choices())
    return layer(config.hidden_size, config.dropuot)


def deepen(config: DeepConfig):
    return build(config), config.depth
