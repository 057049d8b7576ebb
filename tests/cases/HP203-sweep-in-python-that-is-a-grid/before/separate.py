import wandb
sweep_config = {"method": "grid"}
parameters = {"lr": {"min": 0.001, "max": 0.1}, "bs": {"values": [1, 2]}}
sweep_config["parameters"] = parameters
wandb.sweep(sweep_config)
print(wandb.config.lr, wandb.config.bs)
