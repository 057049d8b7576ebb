from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        batch_size=32,
        learning_rate=1e-3,  # learning_rate after the warm-up
        warmup_steps=1000,
    )
