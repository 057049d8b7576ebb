def build(config):
    print(config.hidden_size, config.num_layers, config.dropout)
    if config.hidden_size > 8:
        config.share_embedding = True
    return config.share_embedding
