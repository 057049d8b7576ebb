from tensorflow.contrib.training import HParams

hparams = HParams(
    prenet_dim=256,
    # dropout_rate/encoder_dropout_rate/postnet_dropout_rate (как prenet/postnet_dropout)
    # p_attention_dropout (как attention_dropout)
    dropout_rate=0.3,
    encoder_dropout_rate=0.05,
    postnet_dropout_rate=0.1,
    p_attention_dropout=0.1,
)
