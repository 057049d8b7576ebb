from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    epochs=500,
    weight_decay=1e-6,
    grad_clip_thresh=1.0,
    seed=1234,
)
