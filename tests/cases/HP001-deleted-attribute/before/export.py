import json

from hparams import hparams

del hparams.text_cleaner
print(json.dumps(hparams.values()))
