import torch

from hparams import hparams

optimizer = torch.optim.Adam([torch.zeros(1)], betas=(0.9, hparams.adam_beta2))
scaler = torch.amp.GradScaler(enabled=hparams.fp32_run)
