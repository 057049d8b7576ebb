from torch import nn


def build(hparams):
    return nn.Embedding(hparams.n_speakers, hparams.batch_size)
