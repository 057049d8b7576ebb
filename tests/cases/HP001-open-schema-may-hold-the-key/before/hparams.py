import json

from tensorflow.contrib.training import HParams

with open("base.json") as file:
    base = json.load(file)

hparams = HParams(batch_size=32, hidden_size=512, **base)
