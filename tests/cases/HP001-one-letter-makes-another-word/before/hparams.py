from tensorflow.contrib.training import HParams

hparams = HParams(
    decoder_rnn_dim=1024,
    delay_steps=1000,
    n_mel_channels=80,
)
