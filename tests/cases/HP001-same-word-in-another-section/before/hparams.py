from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    p_attention_dropout=0.1,  # was attention_dropout
)
