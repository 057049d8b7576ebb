from hparams import hparams

FINETUNE = {
    "learning_rate": 1e-4,
    "weight_decay": 0.0,
}

for name, value in FINETUNE.items():
    setattr(hparams, name, value)

print(hparams.learning_rate, hparams.grad_clip_thresh)
