from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    encoder_dim=512,
    decoder_dim=1024,
)
