from torch import nn

from hparams import hparams

encoder = nn.Dropout(hparams.dropout_rates)
decoder = nn.Dropout(hparams.dropuot_rate)
size = hparams.batch_size
