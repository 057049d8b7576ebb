from tensorflow.contrib.training import HParams


def create_hparams(vocabulary):
    hparams = HParams(
        hidden_size=512,
        num_layers=2,
    )
    hparams.add_hparam("vocab_size", len(vocabulary))
    return hparams
