from torch.optim import Adam

from hparams import hparams


def start(model):
    print(hparams.batch_size)
    return Adam(model.parameters(), lr=hparams.disc_lr, betas=(0.9, 0.99))
