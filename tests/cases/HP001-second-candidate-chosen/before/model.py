from torch import nn

from hparams import hparams

dropout = nn.Dropout(hparams.dropout)
heads = hparams.n_head
