import torch

from hparams import hparams


def is_end(gate):
    threshold = getattr(hparams, 'gate_threshold', 0.5)
    return torch.sigmoid(gate) > threshold


def limit():
    return hparams.max_decoder_steps
