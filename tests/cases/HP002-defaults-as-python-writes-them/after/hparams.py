from tensorflow.contrib.training import HParams

hparams = HParams(
    model_dim=256,
    vocab="data/vocab.txt",
    activation="relu",  # default of space.yaml
    tied=False,  # default of space.yaml
    epsilon=1e-6,  # default of space.yaml
    window=None,  # default of space.yaml
)
