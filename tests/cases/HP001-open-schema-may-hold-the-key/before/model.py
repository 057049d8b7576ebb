from torch import nn

from hparams import hparams

layers = [nn.Linear(size, size) for size in hparams.hidden_sizes]
