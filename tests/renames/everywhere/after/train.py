"""Trains; learning_rate comes from hparams.py."""
from torch.optim import Adam

from hparams import create_hparams

SHOWN = ["base_lr", 'batch_size']

hparams = create_hparams()
hparams.parse("base_lr=0.01,warmup_steps=10")
optimizer = Adam([], lr=hparams.base_lr)
print(hparams["base_lr"], getattr(hparams, 'base_lr'), f"{hparams.base_lr:.3f}")
for name in SHOWN:
    print(name, getattr(hparams, name))


def schedule(learning_rate, step):
    return learning_rate * min(1.0, step / hparams.warmup_steps)
