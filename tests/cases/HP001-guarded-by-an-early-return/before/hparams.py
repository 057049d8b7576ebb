from tensorflow.contrib.training import HParams

hparams = HParams(
    learning_rate=1e-3,
    use_gan=False,
)
