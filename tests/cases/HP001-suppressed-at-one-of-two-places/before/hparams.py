from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    label_smoothing=0.1,  # renamed from smoothing
)
