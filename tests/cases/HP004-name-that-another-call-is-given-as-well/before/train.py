from torch.optim import Adam

from hparams import create_hparams

hparams = create_hparams()
changes = {"lr": 0.1, "weight_decay": 0.01}
for name, value in changes.items():
    setattr(hparams, name, value)
optimizer = Adam([], **changes)

longer = {"warmup_step": 100}
for name, value in longer.items():
    setattr(hparams, name, value)
print(hparams.learning_rate, hparams.weight_decay, hparams.batch_size, hparams.warmup_steps)
