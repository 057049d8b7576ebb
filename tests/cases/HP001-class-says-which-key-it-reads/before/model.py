from hparams import hparams


class Prenet:
    def __init__(self):
        self.width = hparams.prenet_dim
        self.drop = Dropout(hparams.dropout)


class Reader:
    def __init__(self):
        self.has_bias = hparams.bias


class Writer:
    def __init__(self):
        self.rate = Dropout(hparams.postnet_dropout)
        self.has_bias = hparams.bias
