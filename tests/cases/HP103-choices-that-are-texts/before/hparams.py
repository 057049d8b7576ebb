from tools import HParams


def create_hparams():
    return HParams(batch_size=32, schedule="cosine", warmup="yes", augment=True)
