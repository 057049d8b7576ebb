from hparams import create_hparams

hparams = create_hparams()
print(hparams.batch_size, hparams.schedule, hparams.warmup, hparams.augment)
