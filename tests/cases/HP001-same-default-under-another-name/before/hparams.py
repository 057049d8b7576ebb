from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        batch_size=48,
        learning_rate=1e-3,
        guide_loss_weight=1.0,
    )
