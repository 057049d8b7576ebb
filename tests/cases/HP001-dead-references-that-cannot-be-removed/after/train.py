from hparams import hparams

hparams.parse("grace_period=3")
for name in {"noise_floor"}:
    print(getattr(hparams, name))
print(hparams.batch_size, hparams.epochs, hparams.vigour)
