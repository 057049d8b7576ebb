from tools import HParams


def create_hparams():
    """What a run is made of."""
    return HParams(
        batch_size=32,
        learning_rate=1e-3,
        num_epochs=100,
        distributed_run=False,
    )
