from functools import partial

import optim
from hparams import hparams

update = {"adam": optim.adam, "sgd": optim.sgd}[hparams.optimizer]
update([], hps=hparams)
loader = partial(optim.collate, hparams, rank=0)
another = partial(optim.other, [])
