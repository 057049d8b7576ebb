from hparams import default_hparams


class Block:
    hparams = default_hparams()

    def head_size(self):
        return self.hparams.hidden_size // self.hparams.n_heads


class Encoder(Block):
    def heads(self):
        return range(self.hparams.n_heads)
