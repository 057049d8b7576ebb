from hparams import hparams


def setup(args):
    rate = hparams.lerning_rate if hasattr(args, "lerning_rate") else 1e-3
    try:
        size = hparams.batch_size
    except ValueError:
        size = 1
    if hasattr(hparams, "learning_rate"):
        rate *= hparams.weight_decay
    return rate, size
