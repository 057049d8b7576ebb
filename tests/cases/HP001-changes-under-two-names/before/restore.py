from hparams import hparams

RESTORED = {
    "batch_size": 16,
    "gradient_clip_thresh": 0.5,  # as the first release called it
    "grad_clip_thresh": 0.5,
}

for name, value in RESTORED.items():
    if hasattr(hparams, name):
        setattr(hparams, name, value)
print(hparams.warmup_steps)
