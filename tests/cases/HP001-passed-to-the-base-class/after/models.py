from hparams import hparams


class Base:
    def __init__(self, hps, name="base"):
        self.hps = hps
        self.size = self.hps.batch_size


class Middle(Base):
    def __init__(self, hps):
        super(Middle, self).__init__(hps)
        self.rate = self.hps.learning_rate


class Last(Middle):
    def __init__(self, config):
        super().__init__(config)
        self.steps = self.hps.warmup_steps

    def forward(self):
        return self.hps.depth


Last(hparams).forward()
