from tensorflow.contrib.training import HParams

hparams = HParams(
    fp16_run=True,
    batch_size=48,
    learning_rate=1e-3,
)
