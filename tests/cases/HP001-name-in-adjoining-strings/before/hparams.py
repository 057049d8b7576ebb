from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    attention_location_kernel_size=31,
)
