from tools import HParams

hparams = HParams(
    batch_size=32,
    heads=8,
    vocab="vocab.txt",
    dropout=0.5,
)
