from asking import get, has, is_given
from hparams import hparams

if has(hparams, "trim_db"):
    print(hparams.trim_db)
if not has(hparams, "warmup_steps"):
    raise SystemExit(1)
print(hparams.warmup_steps, get(hparams, "power", 1.5))
if is_given("fmax", hparams):
    print(hparams.fmax)
print(hparams.sample_rate, hparams.hop_length, hparams.batch_size)
