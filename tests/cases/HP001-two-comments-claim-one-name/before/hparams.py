from tools import HParams

hparams = HParams(
    batch_size=32,
    encoder_rate=1.0,  # was rate
    decoder_rate=2.0,  # was rate
)
