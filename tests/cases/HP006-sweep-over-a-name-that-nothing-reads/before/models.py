def build(config):
    return Network(width=config.hidden_size, dropout=config.get("dropout", 0.0))
