from config import add_head, get_cfg, get_config

cfg = get_cfg()
add_head(cfg)
print(cfg.MODEL.NAME, cfg.MODEL.DEPTH, cfg.MODEL.HEAD.WIDTH, cfg.MODEL.HEAD.POOL)

config = get_config("mlp")
print(config.model.hidden, config.model.channels, config.model.kernel, config.model.layers)
print(config.data.batch, config.data.shuffle, config.seed)

result = get_config("cnn")
result.score = 0.5
print(result.score)


def solver(cfg):
    return cfg.SOLVER.RATE, cfg.SOLVER.STEPS


def add_solver(node):
    node.SOLVER.RATE = 0.1
    node.SOLVER.STEPS = 100
    return node.to_dict()
