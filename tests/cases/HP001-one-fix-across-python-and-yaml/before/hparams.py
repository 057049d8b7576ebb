from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        batch_size=48,
        learning_rate=1e-3,
        warmup_steps=2000,
        p_attention_dropout=0.1,  # was attention_dropout
    )
