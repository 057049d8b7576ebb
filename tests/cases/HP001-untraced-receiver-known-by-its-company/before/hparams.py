from tensorflow.contrib.training import HParams

hparams = HParams(
    token_num=10,
    num_heads=8,
    ref_enc_gru_size=128,
    token_embedding_size=256,  # renamed from E
    ref_enc_filters=[32, 32, 64],  # renamed from ref_filters
)
