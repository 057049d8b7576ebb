from hparams import hparams

print(hparams.batch_size)
banks = hparams.k
width = hparams.dim_11
kernel = hparams.kernelSize
