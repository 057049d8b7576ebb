import json

from tensorflow.contrib.training import HParams

hparams = HParams(
    hidden_size=512,
    num_layers=2,
)

with open("run.json") as file:
    for name, value in json.load(file).items():
        setattr(hparams, name, value)
