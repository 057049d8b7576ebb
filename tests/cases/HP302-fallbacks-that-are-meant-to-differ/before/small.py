from settings import settings


def small(hparams=settings):
    hparams.width = getattr(hparams, "width", 128)
    return hparams


def large(hparams=settings):
    hparams.width = getattr(hparams, "width", 1024)
    return hparams
