from tools import HParams

hparams = HParams(
    batch_size=32,
    grad_clip_thresh=1.0,
    warmup_steps=4000,
)
