from hparams import create_hparams

hparams = create_hparams()
hparams.batch_size = 8
hparams.validate_interval = 50  # проверять чаще
print(hparams.batch_size)
