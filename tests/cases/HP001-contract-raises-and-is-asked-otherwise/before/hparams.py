class HParams(dict):
    __getattr__ = dict.__getitem__


hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    hop_length=256,
)
