from torch import nn

from hparams import hparams

layers = [nn.Linear(hparams.hidden_dim, hparams.hidden_dim) for _ in range(hparams.hidden_dims)]
