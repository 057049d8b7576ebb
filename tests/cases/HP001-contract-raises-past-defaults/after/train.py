from hparams import hparams

rate = getattr(hparams, "learning_rate", 1e-4)
if hasattr(hparams, "warmup_steps"):
    print(hparams.warmup_steps)
print(hparams.batch_size, hparams.hop_length)
