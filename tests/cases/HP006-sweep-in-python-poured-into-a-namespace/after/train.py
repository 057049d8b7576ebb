from types import SimpleNamespace

import wandb

settings = SimpleNamespace(learning_rate=1e-3, batch_size=32, hidden_size=128)


def run_trial():
    wandb.init()
    for key, value in dict(wandb.config).items():
        setattr(settings, key, value)
    model = Network(settings.hidden_size)
    fit(model, Adam(lr=settings.learning_rate), settings.batch_size)
