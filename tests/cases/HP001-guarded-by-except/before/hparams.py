from tensorflow.contrib.training import HParams

hparams = HParams(
    encoder_dim=256,
    decoder_dim=256,
)
