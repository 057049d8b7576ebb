from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    pack_examples=False,
    hidden_size=256,
)
