from tensorflow.contrib.training import HParams

hparams = HParams(
    rnn_dim=512,
    zoneout=0.1,
)
