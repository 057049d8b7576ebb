def train(config):
    model = build(config.width, config.depth, config.dropout, config.heads)
    return fit(model, config.seed)
