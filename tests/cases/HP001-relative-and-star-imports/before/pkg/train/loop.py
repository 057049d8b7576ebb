from ..config import *
from ..config.hparams import hparams as same

print(hparams.batch_size, hparams.lerning_rate, same.wieght_decay)
