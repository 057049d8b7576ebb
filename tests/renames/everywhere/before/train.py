"""Trains; learning_rate comes from hparams.py."""
from torch.optim import Adam

from hparams import create_hparams

SHOWN = ["learning_rate", 'batch_size']

hparams = create_hparams()
hparams.parse("learning_rate=0.01,warmup_steps=10")
optimizer = Adam([], lr=hparams.learning_rate)
print(hparams["learning_rate"], getattr(hparams, 'learning_rate'), f"{hparams.learning_rate:.3f}")
for name in SHOWN:
    print(name, getattr(hparams, name))


def schedule(learning_rate, step):
    return learning_rate * min(1.0, step / hparams.warmup_steps)
