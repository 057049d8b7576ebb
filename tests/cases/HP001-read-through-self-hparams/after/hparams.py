from tensorflow.contrib.training import HParams

hparams = HParams(
    iters_per_checkpoint=1000,
    validate_interval=200,  # was val_interval
    seed=1234,
)
