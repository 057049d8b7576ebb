from torch import nn

from hparams import hparams


class TextEncoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.drop = nn.Dropout(hparams.encoder_dropout)


def build(make):
    return make(encoder_p=hparams.encoder_dropout, decoder_p=hparams.decoder_dropout, width=hparams.width)
