from utils import HParams

hparams = HParams(
    batch_size=16,
    segment_size=8192,
    grad_clip_thresh=1.0,
)
