import wandb

NAMES = ["depth", "width"]


def build(config, pooling="mean"):
    sizes = [getattr(config, name) for name in NAMES]
    table = {"cut": lambda: config["cut_off"]}
    return Network(sizes, table, pooling)


def main():
    run = wandb.init()
    config = run.config
    wandb.log({"cooling": 1.0})
    return build(config), config.epochs, config.seed, config.ratio


main()
