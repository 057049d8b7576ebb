from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    sample_rate=22050,
    hop_length=256,
)
