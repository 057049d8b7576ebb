from hparams import create_hparams

hparams = create_hparams("batch_size=8")
print(hparams.batch_size, hparams.weight_decay)
