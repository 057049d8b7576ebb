import torch

from hparams import hparams


def optimizer(model):
    return torch.optim.Adam(
        model.parameters(),
        lr=hparams.learning_rate,
        weight_decay=hparams.weight_decay,
    )


def loader(dataset):
    return torch.utils.data.DataLoader(dataset, batch_size=hparams.batch_size)
