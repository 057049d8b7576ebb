from importlib import import_module

from hparams import hparams

import_module("plugins").register(hparams)
print(hparams.longest_example, hparams.batch_size, hparams.learning_rate, hparams.hidden_size)
