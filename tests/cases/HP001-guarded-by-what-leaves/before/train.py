import sys

from hparams import hparams


def trim(hp):
    if hasattr(hp, "trim_db"):
        print("trims")
    else:
        sys.exit("set trim_db")
    return hp.trim_db


def warm(hp):
    if "warmup_steps" not in hp:
        return 0
    elif hp.batch_size > 8:
        print("large")
    return hp.warmup_steps


def power(hps):
    for hp in hps:
        if not (hasattr(hp, "power") and hasattr(hp, "floor")):
            continue
        print(hp.power, hp.floor)


def ceiling(hp):
    try:
        found = hp.ceiling
    except AttributeError:
        return 0
    return found or hp.ceiling


assert hasattr(hparams, "seed"), "give a seed"
print(hparams.seed)
trim(hparams), warm(hparams), power([hparams]), ceiling(hparams)
print(hparams.sample_rate, hparams.hop_length)
