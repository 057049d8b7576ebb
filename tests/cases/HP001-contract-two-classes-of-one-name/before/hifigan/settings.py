class HParams(dict):
    __getattr__ = dict.__getitem__


hparams = HParams(
    upsample_rates=[8, 8, 2, 2],
    resblock="1",
    segment_size=8192,
)
