from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=48,
    epochs=500,
    fp16_run=True,
    iters_per_checkpoint=1000,  # was save_every
)
