from tools import HParams

hparams = HParams(
    batch_size=32,
    use_dropout=True,
)
