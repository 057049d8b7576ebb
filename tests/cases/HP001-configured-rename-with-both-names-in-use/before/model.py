from hparams import hparams

net = Net(hparams.hidden_dim, hparams.hidden_units, hparams.batch_size)
