import wandb
from library import Trainer


def main():
    run = wandb.init()
    print(run.config.epochs, run.config.seed)
    Trainer(**run.config).fit()


main()
