from hparams import create_hparams

hparams = create_hparams()
print(hparams.batch_size, hparams.learning_rate, hparams.dropout, hparams.epochs)
