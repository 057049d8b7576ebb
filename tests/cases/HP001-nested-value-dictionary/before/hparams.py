from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    optimizer={"name": "adam", "learning_rates": 1e-3, "betas": [0.9, 0.999]},
    learning_rate=1e-3,
)
