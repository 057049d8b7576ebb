from hparams import hparams

print(hparams.batch_size)
print(hparams.max_steps, hparams.micro_batch)
print(hparams.scale, hparams.grad_norm)
print(hparams.peak_norm, hparams.lowest)
print(hparams.lr)
print(hparams.lr_decay, hparams.bands, hparams.stacked_layers, hparams.beta)
