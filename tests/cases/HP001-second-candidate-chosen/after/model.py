from torch import nn

from hparams import hparams

dropout = nn.Dropout(hparams.residual_dropout)
heads = hparams.n_head
