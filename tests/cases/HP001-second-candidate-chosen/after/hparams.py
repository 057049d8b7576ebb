from tensorflow.contrib.training import HParams

hparams = HParams(
    attention_dropout=0.1,
    residual_dropout=0.1,
    n_head=12,
)
