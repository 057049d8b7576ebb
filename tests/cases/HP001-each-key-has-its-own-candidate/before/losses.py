from hparams import hparams


def total(loss, guide):
    return hparams.loss_weights * loss + hparams.guide_loss_weights * guide


print(hparams.batch_size)
