"""Checkpoints of before 2021 keep the names that the keys had then."""
import torch

from hparams import hparams

saved = torch.load("checkpoint_2020.pt")["hparams"]
hparams.batch_size = saved["batch_size"]
hparams.learning_rate = saved["learning_rate"]
hparams.learning_rate_min = saved["min_learning_rate"]
hparams.hop_length = saved["hop_size"]
