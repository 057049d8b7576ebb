from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    learning_rate_min=1e-5,  # renamed from min_learning_rate
    hop_length=256,  # renamed from hop_size
)
