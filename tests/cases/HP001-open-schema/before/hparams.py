import json

from tensorflow.contrib.training import HParams

with open("base.json") as file:
    base = json.load(file)

hparams = HParams(
    hidden_size=512,
    num_layers=2,
    **base,
)
