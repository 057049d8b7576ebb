from hparams import hparams

print(hparams.batch_size, hparams.epochs, hparams.focal_gamma, hparams.label_smoothign)
