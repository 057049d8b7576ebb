from hparams import hparams

steps = getattr(hparams, "warmup_steps", 4000)
if hasattr(hparams, "trim_db"):
    print(hparams.trim_db)
print(hparams.batch_size, hparams.learning_rate, hparams.hop_length, steps)
