import contextlib

from hparams import hparams

with contextlib.suppress(AttributeError):
    print(hparams.trim_db)
try:
    rate = hparams.warmup_rate
except (AttributeError, KeyError):
    rate = 1.0
else:
    print(hparams.warmup_rate)
print(hparams.batch_size, hparams.sample_rate, hparams.hop_length)
