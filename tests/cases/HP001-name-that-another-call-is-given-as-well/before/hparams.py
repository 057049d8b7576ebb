from tools import HParams


def create_hparams():
    return HParams(
        learning_rate=0.1,
        weight_decay=0.0,
        batch_size=8,
        warmup_steps=100,
    )
