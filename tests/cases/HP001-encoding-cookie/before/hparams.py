# -*- coding: cp1251 -*-
from tensorflow.contrib.training import HParams

hparams = HParams(
    n_symbols=80,  # размер алфавита
    validate_interval=200,  # ранее val_interval
)
