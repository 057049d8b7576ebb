import json

from hparams import hparams


def load(path):
    with open(path) as file:
        hparams = json.load(file)
    return hparams["batch_sizes"], hparams["upsample_rate"]


print(hparams.batch_size, hparams.learning_rate)
