from torch import nn

from hparams import hparams


class Posterior(nn.Module):
    def __init__(self):
        super().__init__()
        self.widen = nn.Conv1d(
            in_channels=80, out_channels=hparams.posterior_channels, kernel_size=5, padding=2
        )
