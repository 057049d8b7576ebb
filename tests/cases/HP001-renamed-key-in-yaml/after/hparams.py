from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=48,
    learning_rate=1e-3,
    gate_threshold=0.5,
    p_attention_dropout=0.1,   # was attention_dropout
    dropout_rate=0.3,          # was prenet_dropout
    postnet_dropout_rate=0.1,  # was postnet_dropout
)
