from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(steps=20, hidden_dim=64, n_heads=4)
