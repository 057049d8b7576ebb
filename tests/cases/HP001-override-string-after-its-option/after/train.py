import sys

from hparams import hparams

hparams.parse(sys.argv[sys.argv.index("--hparams") + 1])
print(hparams.epochs)
