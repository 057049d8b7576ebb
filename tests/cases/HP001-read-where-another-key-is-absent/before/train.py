from hparams import hparams


def rate(hp):
    if hasattr(hp, "learning_rate"):
        return hp.learning_rate
    return hp.alpha


def size(hp):
    return hp.batch_size if hasattr(hp, "batch_size") else hp.examples_per_step


def decay(hp):
    if not hasattr(hp, "half_life"):
        hp.half_life = hp.decay_after
    if "momentum" in hp:
        return hp.momentum
    else:
        return hp.inertia, hp.half_life


hparams.clipping = 1.0
if hasattr(hparams, "clipping"):
    limit = hparams.clipping
else:
    limit = hparams.largest_gradient
rate(hparams), size(hparams), decay(hparams)
