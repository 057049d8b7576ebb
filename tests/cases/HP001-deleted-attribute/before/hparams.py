from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    text_cleaners="english_cleaners",
)
