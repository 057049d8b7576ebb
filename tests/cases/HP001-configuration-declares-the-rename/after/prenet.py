from torch import nn

from hparams import hparams

prenet = nn.Sequential(
    nn.Linear(80, hparams.prenet_dim),
    nn.Dropout(hparams.dropout_rate),
)
