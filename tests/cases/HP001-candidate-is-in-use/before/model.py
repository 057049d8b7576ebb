from torch import nn

from hparams import hparams

encoder_dropout = nn.Dropout(hparams.encoder_dropout_rate)
encoder_input_dropout = nn.Dropout(hparams.encoder_input_dropout_rate)
