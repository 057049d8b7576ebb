from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=64,
    crop_length=16000,
)
