from hparams import hparams

print(hparams.batch_size, hparams.hidden_dim, hparams.hidden_units)
