from tools import HParams

hparams = HParams(
    prenet_dropout=0.5,
    postnet_dropout=0.1,
    prenet_dim=256,
    prenet_bias=False,
)
