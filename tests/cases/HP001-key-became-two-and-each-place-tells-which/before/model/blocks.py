from torch import nn

from hparams import hparams


class TextEncoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.drop = nn.Dropout(hparams.dropout)


def build(make):
    return make(encoder_p=hparams.dropout, decoder_p=hparams.dropout, width=hparams.width)
