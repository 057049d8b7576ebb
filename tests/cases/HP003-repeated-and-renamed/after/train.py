import torch

from hparams import hparams

torch.manual_seed(hparams.seed)
floor = hparams.learning_rate_min
