from hparams import hparams


def scale(step):
    if hparams.get("warmup", True):
        return min(1.0, step / 1000)
    return 1.0
