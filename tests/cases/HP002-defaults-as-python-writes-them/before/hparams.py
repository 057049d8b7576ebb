from tensorflow.contrib.training import HParams

hparams = HParams(
    model_dim=256,
    vocab="data/vocab.txt",
)
