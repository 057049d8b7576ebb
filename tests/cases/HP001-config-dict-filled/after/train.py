from configs import get_config, get_small_config


def build(model):
    return model.width, model["num_heads"], model.depth


def main(small):
    config = get_small_config() if small else get_config()
    steps = config.total_steps // config.batch_size
    clip = config.optim.grad_clip_norm
    with config.unlocked():
        config.seed = 1
    print(config.dataset, config.optim.name, config.optim.get_ref("weight_decay"), config.seed)
    return steps, clip, build(config.model), config.to_dict()
