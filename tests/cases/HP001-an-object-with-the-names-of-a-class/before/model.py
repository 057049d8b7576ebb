import hparams
from torch import nn


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        assert hparams.extractor == "vgg" and hparams.sequence == "lstm", hparams.predictor
        self.extractor = nn.Conv2d(1, hparams.hidden_size, 3)
        self.sequence = nn.LSTM(hparams.hidden_size, hparams.hidden_size)
        self.sequence_output = hparams.hidden_size
        self.predictor = nn.Linear(self.sequence_output, 10)
