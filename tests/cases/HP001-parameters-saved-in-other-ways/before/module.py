import pytorch_lightning as pl
from speech_kit import ASRModel
from torch import nn


class Base(pl.LightningModule):
    def __init__(self, learning_rate=1e-3):
        super().__init__()
        self.save_hyperparameters()

    def rate(self):
        return self.hparams.learning_rate, self.hparams.momentum


class WithMomentum(Base):
    def __init__(self, momentum=0.9, nesterov=True, learning_rate=1e-3):
        super().__init__(learning_rate)

    def settings(self):
        return self.hparams.nesterov, self.hparams.learning_rate


class TakesAny(pl.LightningModule):
    def __init__(self, width=3, **others):
        super().__init__()
        self.save_hyperparameters()

    def forward(self):
        return self.hparams.depth


class Given(pl.LightningModule):
    def __init__(self, hparams):
        super().__init__()
        self.save_hyperparameters(hparams)

    def forward(self):
        return self.hparams.depth


class Extended(pl.LightningModule):
    def __init__(self, width=3):
        super().__init__()
        self.save_hyperparameters()
        self.hparams.depth = 2 * width
        self.hparams["heads"] = 4

    def forward(self):
        return self.hparams.depth, self.hparams.heads


class Replaced(pl.LightningModule):
    def __init__(self, width, hparams):
        super().__init__()
        self.save_hyperparameters()
        self.hparams = hparams

    def forward(self):
        return self.hparams.depth


class Guarded(pl.LightningModule):
    def __init__(self, width=3):
        super().__init__()
        self.save_hyperparameters(ignore="width")

    def forward(self):
        depth = self.hparams.get("depth", 2)
        return depth if "heads" not in self.hparams else self.hparams.heads


class FromElsewhere(ASRModel):
    def __init__(self, width=3):
        super().__init__()
        self.save_hyperparameters()

    def forward(self):
        return self.hparams.sample_rate


class SavesNothing(nn.Module):
    def __init__(self, hparams, width=3):
        super().__init__()
        self.hparams = hparams

    def forward(self):
        return self.hparams.depth
