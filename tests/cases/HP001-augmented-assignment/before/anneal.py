from hparams import hparams


def anneal():
    hparams.learning_rte *= 0.5
    return hparams.momentum
