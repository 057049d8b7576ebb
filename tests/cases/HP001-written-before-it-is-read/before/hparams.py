from tensorflow.contrib.training import HParams

hparams = HParams(
    symbols_embedding_dim=512,
    batch_size=32,
)
