from hparams import hparams

has_rate = hasattr(hparams, "sample_rate")
if has_rate:
    print(hparams.trim_hop)
has_trim = hasattr(hparams, "trim_db")
has_trim = hparams.batch_size > 8
if has_trim:
    print(hparams.trim_db)
if hparams.use_mixing is not None:
    print(hparams.use_mixing)
if hparams.batch_size and hparams.mixing_rate:
    print(hparams.sample_rate, hparams.hop_length)
