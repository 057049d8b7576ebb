from tensorflow.contrib.training import HParams

hparams = HParams(
    encoder_layers=6,
    decoder_layers=6,
    ffn_dim=2048,  # renamed from hidden_units
    learning_rate=5e-4,
)
