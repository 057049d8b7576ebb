import time

from hparams import hparams

hparams.started = time.time()
hparams.git_commit = "unknown"
print(hparams.batch_size, hparams.learning_rate)
