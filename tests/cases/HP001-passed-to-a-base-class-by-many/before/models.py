from tensorflow.contrib.training import HParams

small = HParams(batch_size=32, width=64, heads=2)
large = HParams(batch_size=8, depth=12, dropout=0.1)


class Base:
    def __init__(self, hps):
        self.hps = hps
        self.size = self.hps.batch_size


class Small(Base):
    def __init__(self, hps):
        super().__init__(hps)
        self.shape = (self.hps.width, self.hps.heads)


class Large(Base):
    def __init__(self, hps):
        super().__init__(hps)
        self.shape = (self.hps.depth, self.hps.dropout)


Small(small), Large(large)
