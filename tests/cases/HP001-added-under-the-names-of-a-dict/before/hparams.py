import six
from tensorflow.contrib.training import HParams


def base():
    return HParams(
        batch_size=32,
        learning_rate=1e-3,
        hidden_size=256,
    )


def update(hparams, other):
    for key, value in six.iteritems(other):
        if key in hparams.values():
            hparams.set_hparam(key, value)
        else:
            hparams.add_hparam(key, value)


def large():
    hparams = base()
    update(hparams, dict(hidden_size=1024, longest_example=512, trim_above=60))
    for name, value in sorted({"clip_norm": 1.0, "seed": 7, "workers": 2}.items()):
        hparams.add_hparam(name, value)
    return hparams
