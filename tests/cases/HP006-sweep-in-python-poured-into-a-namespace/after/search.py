import wandb
from train import run_trial

SWEEP = {
    "method": "bayes",
    "metric": {"name": "score", "goal": "maximize"},
    "parameters": {
        "learning_rate": {"min": 1e-5, "max": 1e-2, "distribution": "log_uniform_values"},
        "batch_size": {"values": [16, 32]},
        "hidden_size": {"values": [64, 128]},
    },
}

wandb.agent(wandb.sweep(SWEEP, project="digits"), function=run_trial, count=20)
