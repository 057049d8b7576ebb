import ml_collections


def get_config():
    """The defaults of every run."""
    config = ml_collections.ConfigDict()
    config.batch_size = 512
    config.total_steps = 10_000

    config.optim = ml_collections.ConfigDict()
    config.optim.name = "adam"
    config.optim.weight_decay = 0.1
    config.optim.grad_clip_norm = 1.0

    config.model = ml_collections.ConfigDict({"width": 64})
    config.model.num_heads = 8
    config.model.depth = 12
    return config


def get_small_config():
    config = get_config()
    config.model.width = 16
    config.dataset = "mnist"
    config.lock()
    return config
