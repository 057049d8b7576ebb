import torch

from hparams import hparams

HELP = """samples of
several lines"""


def noise(count):
    return torch.randn(count, hparams.z_dim)


def critic_steps():
    return range(hparams.n_critic)
