from torch import nn

from tools import HParams


def convolutions(hp: HParams):
    width, size = hp.postnet_embedding_dim, hp.postnet_kernel_size
    return [nn.Conv1d(width, width, size) for _ in range(hp.postnet_layers)]
