import wandb

SWEEP = {
    "method": "grid",
    "parameters": {
        "rate": {"min": 0.001, "max": 0.1},
        "decay": {"min": 0.0, "max": 0.1, "q": 0.05},
        "layers": {"min": 1, "max": 4},
    },
}


def train():
    run = wandb.init()
    fit(run.config.rate, run.config.decay, run.config.layers)


wandb.agent(wandb.sweep(SWEEP), function=train)
