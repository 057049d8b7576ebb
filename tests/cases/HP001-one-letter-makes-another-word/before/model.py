from torch import nn

from hparams import hparams

stack = nn.Conv1d(hparams.n_mel_channels, hparams.decoder_cnn_dim, 5)
decay = 0.5 ** (1 / hparams.decay_steps)
