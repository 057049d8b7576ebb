import wandb

parameters = {"rate": {"min": 0.001, "max": 0.1}, "width": {"values": [16, 32]}}
sweep = {"method": "random", "parameters": parameters}
grid = {"method": "grid", "parameters": {"depth": {"values": [1, 2]}}}
fastest = {"method": "bayes"}
fastest["parameters"] = {"noise": {"min": 0.1, "max": 0.9}}


def train():
    run = wandb.init()
    fit(run.config.rate, run.config.width, run.config.depth, run.config.noise)


for each in (sweep, grid, fastest):
    wandb.agent(wandb.sweep(each), function=train)
