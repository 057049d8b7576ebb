from audio import trim
from hparams import hparams

if hasattr(hparams, "trim_db"):
    trim("a.wav", hparams)
trim("b.wav", hparams)
print(hparams.batch_size, hparams.sample_rate, hparams.hop_length)
