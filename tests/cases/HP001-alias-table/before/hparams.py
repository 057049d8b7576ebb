from tensorflow.contrib.training import HParams

hparams = HParams(
    learning_rate=1e-3,
    learning_rate_min=1e-5,  # renamed from min_learning_rate
    hop_length=256,  # was hop_size
)
