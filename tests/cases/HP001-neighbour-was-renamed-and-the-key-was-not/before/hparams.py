from tools import HParams

hparams = HParams(
    batch_size=32,
    p_attention_dropout=0.1,  # renamed from attention_dropout
    p_decoder_dropout=0.1,
    dropout_rate=0.5,
)
