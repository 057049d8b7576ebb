from tensorflow.contrib.training import HParams

hparams = HParams(
    learning_rate=1e-3,
    weight_decays=1e-6,
    batch_size=48,
)
