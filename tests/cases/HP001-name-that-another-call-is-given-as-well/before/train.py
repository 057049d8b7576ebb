from torch.optim import Adam

from hparams import create_hparams

hparams = create_hparams()
changes = {"learning_rte": 0.1, "weight_decay": 0.01}
print({name: getattr(hparams, name) for name in changes})
optimizer = Adam([], **changes)
print(hparams.weight_decay, hparams.batch_size, hparams.warmup_steps)
