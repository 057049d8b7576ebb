class Model:
    def __init__(self, hparams):
        self.hparams = hparams

    def width(self):
        return self.hparams.hidden_size

    def rate(self):
        return self.hparams.learning_rate * self.hparams.batch_size
