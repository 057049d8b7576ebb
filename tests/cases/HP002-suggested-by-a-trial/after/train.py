def train(hparams):
    return hparams.learning_rate * hparams.n_layers / hparams.batch_size
