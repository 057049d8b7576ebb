from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    K=16,
    dim_1_1=64,
    kernelSize=3,
)
