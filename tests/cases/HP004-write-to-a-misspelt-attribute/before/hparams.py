from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        validate_interval=200,
        iters_per_checkpoint=1000,
        batch_size=48,
    )
