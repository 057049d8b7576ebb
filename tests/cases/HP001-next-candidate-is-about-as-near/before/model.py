from hparams import hparams

print(hparams.enc_kernel_size, hparams.batch_size)
