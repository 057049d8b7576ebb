from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        batch_size=48,
        learning_rate=1e-3,
        learning_rate_min=1e-5,  # renamed from min_learning_rate
        warmup_steps=2000,
    )
