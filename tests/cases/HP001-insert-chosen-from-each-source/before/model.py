from hparams import hparams

print(hparams.n_layers, hparams.rnn_units, hparams.kernel_width, hparams.n_stacks)
print(hparams.get("kernel_decay", 0.99), hparams.kernel_decay)
