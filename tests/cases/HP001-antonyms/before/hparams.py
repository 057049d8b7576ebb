from tensorflow.contrib.training import HParams

hparams = HParams(
    hop_length=256,
    encoder_dim=512,
    learning_rate_min=1e-5,
)
