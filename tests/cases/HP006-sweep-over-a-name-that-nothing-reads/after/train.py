import wandb
from models import build


def main():
    with wandb.init(project="digits") as run:
        config = run.config
        model = build(config)
        for _ in range(config.epochs):
            step(model, config["learning_rate"], config.weight_decay)


if __name__ == "__main__":
    main()
