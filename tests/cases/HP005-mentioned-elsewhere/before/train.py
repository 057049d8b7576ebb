from hparams import hparams


def train(model):
    # named_in_a_comment is for the export
    for epoch in range(hparams.epochs):
        step(hparams.batch_size, hparams.learning_rate, hparams.n_mels, hparams.hop_size)
    return model.settings.read_from_something_unknown, "named_in_a_string"
