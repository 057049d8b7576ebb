import torch

from config import TrainConfig


class Trainer:
    def __init__(self, model, config: TrainConfig):
        self.model = model
        self.config = config

    def optimizer(self):
        return torch.optim.AdamW(
            self.model.parameters(), lr=self.config.learning_rate, betas=self.config.betas
        )

    def scale(self, step):
        return min(1.0, step / self.config.warmup_steps)

    def report(self):
        print(self.config.version, self.config.tokens, self.config.batch_size)


def main(model):
    config = TrainConfig(batch_size=32, learning_rate=1e-3)
    config.stages = ["warm", "cool"]
    Trainer(model, config).report()
