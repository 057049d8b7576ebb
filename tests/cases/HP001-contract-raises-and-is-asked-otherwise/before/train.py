from hparams import hparams

steps = hparams.get("warmup_steps", 4000)
if "trim_db" in hparams:
    print(hparams.trim_db, getattr(hparams, "trim_db", 60))
try:
    power = getattr(hparams, "griffin_power", 1.5)
except KeyError:
    power = 1.2
print(hparams.batch_size, hparams.learning_rate, hparams.hop_length, steps, power)
