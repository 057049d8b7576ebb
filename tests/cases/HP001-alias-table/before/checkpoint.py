from hparams import hparams

RENAMED = {"min_learning_rate": "learning_rate_min", "hop_size": "hop_length"}


def restore(saved):
    for name, value in saved.items():
        setattr(hparams, RENAMED.get(name, name), value)
