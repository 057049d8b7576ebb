import json
import sys

import train
from hparams import hparams

hparams.__dict__.update(json.load(open(sys.argv[1])))
