from hparams import hparams


def anneal():
    hparams.learning_rate *= 0.5
    return hparams.momentum
