import lightning as L
import torch


class Tagger(L.LightningModule):
    def __init__(self, net, learning_rate=1e-3, weight_decay=0.01, warmup_steps=100):
        super().__init__()
        self.save_hyperparameters(logger=False, ignore=["net"])
        self.net = net

    def configure_optimizers(self):
        return torch.optim.AdamW(
            self.net.parameters(),
            lr=self.hparams.learning_rate,
            weight_decay=self.hparams["weight_decay"],
        )

    def on_train_start(self):
        return self.hparams.net, self.hparams.get("warmup_steps")


class Data(L.LightningDataModule):
    def __init__(self, batch_size=32, num_workers=4):
        super().__init__()
        self.save_hyperparameters("batch_size")

    def train_dataloader(self):
        return self.hparams.batch_size, self.hparams.num_workers
