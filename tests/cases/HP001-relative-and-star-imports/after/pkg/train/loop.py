from ..config import *
from ..config.hparams import hparams as same

print(hparams.batch_size, hparams.learning_rate, same.weight_decay)
