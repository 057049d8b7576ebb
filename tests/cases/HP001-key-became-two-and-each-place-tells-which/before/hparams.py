from tools import HParams

# dropout was split into encoder_dropout and decoder_dropout
hparams = HParams(
    width=256,
    encoder_dropout=0.1,
    decoder_dropout=0.3,
)
