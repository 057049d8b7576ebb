from tensorflow.contrib.training import HParams

base = HParams(
    seed=1234,
    layers=6,
)
large = HParams(
    seed=1234,
    layers=12,
)
