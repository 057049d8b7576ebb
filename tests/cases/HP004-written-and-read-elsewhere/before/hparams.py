from tensorflow.contrib.training import HParams

hparams = HParams(
    n_speaker=1,
    batch_size=48,
)
