from tensorflow.contrib.training import HParams

hparams = HParams(
    encoder_kernel_size=5,
    encoder_n_convolutions=3,
    encoder_embedding_dim=512,
)
