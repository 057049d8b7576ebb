from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        batch_size=32,
        hidden_size=512,
        num_layers=2,
        layer_sizes=[64, 64],
    )
