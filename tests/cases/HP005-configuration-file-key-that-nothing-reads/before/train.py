import logging

import wandb
import yaml

from settings import Settings


def train(run_folder):
    settings = Settings()
    with open("settings.yaml") as file:
        written = yaml.safe_load(file)
    logging.info("settings: %s", written)
    print(written)
    wandb.config.update(written)
    with open(run_folder / "settings.yaml", "w") as file:
        yaml.dump(written, file)
    seed_everything(settings.seed)
    # shift(settings.time_shift)
    clips = load(settings.sample_rate, settings.window, settings.hop, settings.mel_bands)
    for _ in range(settings.epochs):
        step(clips, settings.batch_size, settings.lr)
