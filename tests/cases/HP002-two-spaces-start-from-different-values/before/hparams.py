from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    crop_length=16000,
)
