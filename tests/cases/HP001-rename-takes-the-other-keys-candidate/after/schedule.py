from hparams import hparams


def scale(step):
    return min(1.0, step / hparams.warmup_step, step / hparams.warmup_steps)


size = hparams.batch_size
