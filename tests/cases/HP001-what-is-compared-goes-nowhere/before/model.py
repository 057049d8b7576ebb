from hparams import hparams


class Prenet:
    def __init__(self):
        self.size = hparams.batch_size
        self.use_dropout = hparams.dropout > 0
