import wandb


def main():
    run = wandb.init()
    config = run.config
    fit(config.rate, config.decay, config.schedule, config.epochs)


if __name__ == "__main__":
    main()
