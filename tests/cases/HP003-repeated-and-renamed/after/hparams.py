from tensorflow.contrib.training import HParams

hparams = HParams(
    seed=1234,
    learning_rate_min=1e-5,  # renamed from min_learning_rate
)
