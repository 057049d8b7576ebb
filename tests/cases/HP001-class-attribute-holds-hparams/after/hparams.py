from tensorflow.contrib.training import HParams


def default_hparams():
    return HParams(
        vocab_size=30522,
        hidden_size=768,
        num_attention_heads=12,  # renamed from n_heads
    )
