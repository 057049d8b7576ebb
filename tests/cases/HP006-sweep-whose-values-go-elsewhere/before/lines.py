import subprocess

import wandb


def main():
    config = wandb.init().config
    print(config.epochs, config.seed)
    subprocess.run(["python", "native.py", *(f"--{key}={value}" for key, value in config.items())])


main()
