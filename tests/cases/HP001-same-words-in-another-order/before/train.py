from hparams import create_hparams

hparams = create_hparams()
print(hparams.decay_steps, hparams.window_hop_sizes, hparams.batch_size)
print(getattr(hparams, "warmup_rate", 0.25))
