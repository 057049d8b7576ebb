from tensorflow.contrib.training import HParams

hparams = HParams(
    use_gst=True,
    p_attention_dropout=0.1,  # was attention_dropout
    gate_threshold=0.5,
)
