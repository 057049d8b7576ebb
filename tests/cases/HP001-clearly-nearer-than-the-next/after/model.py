from hparams import hparams

print(hparams.encoder_kernel_size, hparams.batch_size)
