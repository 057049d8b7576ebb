from hparams import hparams

print(hparams.n_layers, hparams.rnn_units, hparams.kernel_width)
print(hparams.pooling)
