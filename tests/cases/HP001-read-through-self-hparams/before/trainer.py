from hparams import hparams


class Trainer:
    def __init__(self, hparams):
        self.hparams = hparams
        self.step = 0

    def is_due(self):
        saves = self.step % self.hparams.iters_per_checkpoint == 0
        return saves or self.step % self.hparams.val_interval == 0


Trainer(hparams).is_due()
