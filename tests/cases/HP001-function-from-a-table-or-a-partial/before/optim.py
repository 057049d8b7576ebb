def adam(weights, hps):
    return hps.learning_rate, hps.batch_size, hps.beta


def sgd(weights, hps):
    return hps.learning_rate, hps.momentum


def collate(hps, batch, rank):
    return batch[: hps.batch_size * rank], hps.longest


def other(batch, hps):
    return hps.width
