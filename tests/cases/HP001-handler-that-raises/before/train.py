from hparams import hparams

try:
    rate = hparams.warmup_rate
except AttributeError:
    raise SystemExit("warmup_rate is missing")
print(rate, hparams.batch_size, hparams.sample_rate, hparams.hop_length)
