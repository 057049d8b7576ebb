from tools import HParams

hparams = HParams(
    batch_size=32,
    encoder_kernel_size=5,
    encoder_layer_kernel_size=3,
)
