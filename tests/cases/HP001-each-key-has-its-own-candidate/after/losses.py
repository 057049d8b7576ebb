from hparams import hparams


def total(loss, guide):
    return hparams.loss_weight * loss + hparams.guide_loss_weight * guide


print(hparams.batch_size)
