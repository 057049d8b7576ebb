from hparams import create_hparams

hparams = create_hparams()
# проверять чаще, чтобы сразу увидеть, помогло ли
hparams.validation_interval = 50
hparams.batch_size = 8
print(hparams.batch_size, hparams.iters_per_checkpoint)
