# -*- coding: cp1251 -*-
from hparams import hparams

print("проверка каждые", hparams.val_interval, "шагов")  # «шаги»
print(hparams.n_symbols)
