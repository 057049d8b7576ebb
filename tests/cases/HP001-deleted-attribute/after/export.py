import json

from hparams import hparams

del hparams.text_cleaners
print(json.dumps(hparams.values()))
