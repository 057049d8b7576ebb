import torch

from hparams import hparams

torch.manual_seed(hparams.seed)
floor = hparams.min_learning_rate
